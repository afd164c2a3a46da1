package io.mokuroku.enrichment.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.catalogue.correction.ProposedLists.Told;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.EpisodeFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Facts.anEpisode;
import static org.assertj.core.api.Assertions.assertThat;

final class FindEpisodesTests {

	private static final AnimeId ID = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#990041"));

	private final EntryParts parts = Stores.parts(LocalEngines.start().dynamo());

	private final FindEpisodes find = new FindEpisodes(this.parts, () -> Instant.parse("2026-11-22T12:00:00Z"));

	@BeforeEach
	void forgetEntries() {
		LocalEngines.start().reset();
	}

	@Test
	void tellsWhatEachSourceSaysOfEachEpisode() {
		EpisodeList found = this.find.find(ID,
				List.of(said("KITSU#7", anEpisode(1, "First", "2026-10-03"), anEpisode(2, "Rain", "2026-10-11")),
						said("ANILIST#8"), said("MYANIMELIST#990041", anEpisode(1, "The First Letter", "2026-10-04"))));
		assertThat(found.episodes()).extracting(Episode::title).containsExactly("The First Letter", "Rain");
		assertThat(found.told()).isEqualTo(
				Map.of("kitsu", Map.of(number(1), told("First", "2026-10-03"), number(2), told("Rain", "2026-10-11")),
						"myanimelist", Map.of(number(1), told("The First Letter", "2026-10-04"))));
	}

	@Test
	void tellsItByTheNumberThatPeopleGave() {
		this.parts.putCorrections(ID, new Corrections(new EpisodeCorrections(Map.of(number(1), number(13)), Map.of()),
				Corrections.NONE.cast(), Corrections.NONE.crew(), "run-1", Facts.FETCHED));
		EpisodeList found = this.find.find(ID, List.of(said("KITSU#7", anEpisode(1, "Thirteenth", "2026-10-03"))));
		assertThat(found.told()).isEqualTo(Map.of("kitsu", Map.of(number(13), told("Thirteenth", "2026-10-03"))));
	}

	private static Fetched said(String link, EpisodeFacts... episodes) {
		return Facts.fetched(Facts.said(link, (_) -> {
		}), List.of(episodes));
	}

	private static String number(int number) {
		return EpisodeNumber.regular(number).toString();
	}

	private static Told told(String title, String aired) {
		return new Told(title, LocalDate.parse(aired));
	}

}
