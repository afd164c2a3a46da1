package io.mokuroku.message;

import java.time.Instant;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.SourceLink;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EpisodeAiredTests {

	@Test
	void carriesSeveralEpisodesInOneMessage() {
		List<EpisodeAired> episodes = List.of(episode(1), episode(2), episode(3));
		String json = WireFormat.write(EpisodeAired.together(episodes));
		assertThat(WireFormat.read(json, EpisodeAired.class).apart()).isEqualTo(episodes);
	}

	@Test
	void isAsItWasIfItIsAlone() {
		String json = WireFormat.write(EpisodeAired.together(List.of(episode(1))));
		assertThat(json).isEqualTo(WireFormat.write(episode(1))).doesNotContain("together");
		assertThat(WireFormat.read(json, EpisodeAired.class).apart()).containsExactly(episode(1));
	}

	private static EpisodeAired episode(int anime) {
		return new EpisodeAired(AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#" + anime)), EpisodeNumber.regular(8),
				Instant.parse("2026-11-21T16:30:00Z"));
	}

}
