package io.mokuroku.upstream;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FactsTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private final NotesOfTests heard = new NotesOfTests();

	@ParameterizedTest
	@CsvSource({ "TV, 2026-12-01, , UPCOMING", "TV, 2026-10-04, , ONGOING", "TV, 2026-10-04, 2026-12-20, ONGOING",
			"TV, 2026-01-04, 2026-11-22, FINISHED", "TV, , , UNKNOWN", "TV, 2025, , ONGOING", "TV, 2026, , UNKNOWN",
			"TV, 2027, , UPCOMING", "TV, 2025-10-04, 2026, UNKNOWN", "TV, 2018, 2018, FINISHED",
			"MOVIE, 2026-11-22, , FINISHED", "MOVIE, 2026-11-23, , UPCOMING", "MUSIC, 2020, , FINISHED",
			"SPECIAL, 2026-11-01, , FINISHED" })
	void tellsTheStatusFromDates(AnimeType type, String from, String to, AiringStatus status) {
		assertThat(DerivedStatus.of(type, 1, date(from), date(to), TODAY)).isEqualTo(status);
	}

	@Test
	void liftsScoresToOneScaleAndKeepsTheirOwn() {
		StatisticsFacts facts = StatisticsFacts.rated(76.12, 100, 642L);
		assertThat(facts.score()).isEqualTo(7.612);
		assertThat(facts.rawScore()).isEqualTo(76.12);
		assertThat(facts.rawScale()).isEqualTo(100);
	}

	@ParameterizedTest
	@CsvSource({ "0, 10, 5", "11, 10, 5", "7, 10, 0", ", 10, 5" })
	void takesAScoreThatCannotBeForNone(Double score, int scale, Long votes) {
		assertThat(StatisticsFacts.rated(score, scale, votes).score()).isNull();
	}

	@Test
	void keepsScoresOfEpisodesOnTheirScale() {
		assertThatThrownBy(() -> new EpisodeFacts(EpisodeNumber.regular(1), EpisodeFacts.Titles.NONE, null, null, null,
				null, null, null, 7.1, null, List.of(), null))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("from 1 to 5");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Hayama, Riku | Riku Hayama", "Riku | Riku", "Hayama,Riku | Riku Hayama",
			"A, B, C | A, B, C", "Hayama, | Hayama" })
	void turnsNamesRound(String raw, String display) {
		assertThat(PersonNames.familyFirst(raw).display()).isEqualTo(display);
		assertThat(PersonNames.familyFirst(raw).raw()).isEqualTo(raw);
	}

	@Test
	void findsPagesOfOtherDatabasesAmongAddresses() {
		assertThat(SamePages.among(Provider.MYANIMELIST,
				List.of("https://hoshitega.example", "https://anidb.net/perl-bin/animedb.pl?show=anime&aid=990001",
						"http://kitsu.io/anime/990031", "https://myanimelist.net/anime/990041", "no address")))
			.containsExactly(new SourceLink(Provider.ANIDB, "990001"), new SourceLink(Provider.KITSU, "990031"));
	}

	@Test
	void refusesTwoSourcesForOneProvider() {
		AnimeSource one = new Silent();
		assertThatThrownBy(() -> new AnimeSources(List.of(one, new Silent())))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessage("Two sources are on for MYANIMELIST");
		assertThat(new AnimeSources(List.of(one)).find(Provider.MYANIMELIST)).contains(one);
	}

	@Test
	void keepsTitlesFromLaterChanges() {
		assertThat(new TitleFacts(null, null, null, List.of(), Map.of("ja", List.of("星"))).byLanguage())
			.isUnmodifiable();
	}

	private @Nullable PartialDate date(@Nullable String text) {
		return Dates.partial(text, this.heard.asNotes());
	}

	private static final class Silent implements AnimeSource {

		@Override
		public Provider provider() {
			return Provider.MYANIMELIST;
		}

		@Override
		public Optional<AnimeFacts> find(SourceLink link) {
			return Optional.empty();
		}

	}

}
