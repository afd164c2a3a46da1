package io.mokuroku.catalogue;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IdentityTests {

	private static final AnimeId DEATH_NOTE = AnimeId.of("9d8c8ec8-75e9-5630-983e-07b4cd37a972");

	@Test
	void mintsAnAnimeFromItsCanonicalLink() {
		assertThat(AnimeId.mintedFrom(new SourceLink(Provider.MYANIMELIST, "1535"))).isEqualTo(DEATH_NOTE);
		assertThat(DEATH_NOTE.value().version()).isEqualTo(5);
	}

	@Test
	void mintsAnEpisodeFromItsAnimeAndNumber() {
		assertThat(DEATH_NOTE.episode(EpisodeNumber.regular(1))).hasToString("b6bc7e52-6cd1-55ec-bd52-bcd31e72f44c");
	}

	@Test
	void mintsACharacterFromItsPage() {
		assertThat(AnimeId.character(URI.create("https://myanimelist.net/character/71")))
			.hasToString("bc68098e-38dc-5679-a5f4-7bea7cb7969a");
	}

	@Test
	void needsALinkToMintFrom() {
		assertThatIllegalArgumentException().isThrownBy(() -> AnimeId.mintedFrom(List.of()));
	}

	@Test
	void refusesTextThatIsNoUuid() {
		assertThatIllegalArgumentException().isThrownBy(() -> AnimeId.of("1-1-1-1-1"));
		assertThatIllegalArgumentException().isThrownBy(() -> AnimeId.of("death-note"));
	}

	@Test
	void writesEpisodeNumbersPlainly() {
		assertThat(EpisodeNumber.regular(10)).hasToString("regular:10");
		assertThat(new EpisodeNumber(EpisodeKind.SPECIAL, new BigDecimal("13.50"))).hasToString("special:13.5");
	}

	@Test
	void sortsEpisodesByNumberAsText() {
		assertThat(EpisodeNumber.regular(2).sortKey()).isEqualTo("regular#00002");
		assertThat(new EpisodeNumber(EpisodeKind.REGULAR, new BigDecimal("13.5")))
			.isBetween(EpisodeNumber.regular(13), EpisodeNumber.regular(14))
			.isGreaterThan(EpisodeNumber.regular(2))
			.isLessThan(EpisodeNumber.regular(100));
	}

	@Test
	void refusesEpisodeNumbersThatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> EpisodeNumber.regular(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> EpisodeNumber.regular(100_000));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EpisodeNumber(EpisodeKind.REGULAR, new BigDecimal("1.25")));
	}

}
