package io.mokuroku.search.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Questions;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.Subjects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.mokuroku.search.Shows.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is on which list and where.
 */
class ListRulesTests {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

	@Test
	void ranksByMembersAndThoseNobodyCountedAfterThem() {
		assertThat(titles(ListName.POPULAR, anime("Few", members(10L)), anime("Many", members(2_000L)),
				anime("Uncounted", (_) -> {
				})))
			.containsExactly("Many", "Few", "Uncounted");
	}

	@Test
	void ranksByTheScoreThatFewVotesCannotLift() {
		assertThat(titles(ListName.TOP_RATED, anime("Good", rated(8.4, 9_000L, 8.3)),
				anime("Loved by twenty", rated(9.9, 20L, 6.6)), anime("Best", rated(9.1, 50_000L, 9.0)),
				anime("Of the dataset", (change) -> {
					change.score = new Score(9, 9, 9, null, null);
					change.sources = anEntry(1, "x").sources();
				}), anime("Unrated", (_) -> {
				})))
			.containsExactly("Best", "Good");
	}

	@Test
	void trendsByNewMembersForItsSizeAndThenByWhatRuns() {
		assertThat(titles(ListName.TRENDING, anime("Huge and slow", grew(4_000_000, 4_004_000)),
				anime("Small and fast", grew(9_000, 13_000)), anime("Shrinking", grew(5_000, 4_900)),
				anime("Over", (_) -> {
				}), anime("Running", (change) -> change.airing = Airing.of(AiringStatus.ONGOING, null, null))))
			.containsExactly("Small and fast", "Huge and slow", "Running");
	}

	@Test
	void looksNoFurtherBackThanFourWeeks() {
		AnimeEntry longAgo = anime("Long ago", history(new Details.Popularity(TODAY.minusDays(200), 10),
				new Details.Popularity(TODAY.minusDays(100), 90_000), new Details.Popularity(TODAY, 90_000)));
		assertThat(titles(ListName.TRENDING, longAgo)).isEmpty();
	}

	@Test
	void listsPremieresOfThePresentAndTheNextQuarterButNoCancelledOnes() {
		AnimeEntry[] shows = { anime("Fall", premiere(AiringStatus.ONGOING, Season.FALL, 2026)),
				anime("Winter", premiere(AiringStatus.UPCOMING, Season.WINTER, 2027)),
				anime("Winter before", premiere(AiringStatus.FINISHED, Season.WINTER, 2026)),
				anime("Cancelled", premiere(AiringStatus.CANCELLED, Season.WINTER, 2027)) };
		assertThat(titles(ListName.THIS_SEASON, shows)).containsExactly("Fall");
		assertThat(titles(ListName.NEXT_SEASON, shows)).containsExactly("Winter");
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-31T14:59:59Z,2026,FALL,2027,WINTER", "2026-12-31T15:00:00Z,2027,WINTER,2027,SPRING",
			"2026-03-31T15:00:00Z,2026,SPRING,2026,SUMMER", "2026-09-30T14:59:59Z,2026,SUMMER,2026,FALL" })
	void countsQuartersInJapan(Instant now, int year, Season season, int nextYear, Season next) {
		assertThat(Quarter.at(now)).isEqualTo(new Quarter(year, season));
		assertThat(Quarter.at(now).next()).isEqualTo(new Quarter(nextYear, next));
	}

	@Test
	void listsTheNewestOfTheCatalogueFirst() {
		assertThat(titles(ListName.RECENTLY_ADDED, anime("Old", added("2026-01-01T00:00:00Z")),
				anime("New", added("2026-11-26T00:00:00Z"))))
			.containsExactly("New", "Old");
	}

	@Test
	void showsNeitherAdultNorWithdrawnAnimeOnAnyList() {
		ListBuilder lists = new ListBuilder(NOW, 10);
		Consumer<AnimeEntry.Change> everywhere = (change) -> {
			change.airing = Airing.of(AiringStatus.ONGOING, Season.FALL, 2026);
			change.score = new Score(9, 9, 9, 9_000L, 9_000L, 9.0, List.of());
		};
		lists.add(List.of(anime("Marked", everywhere.andThen((change) -> change.adult = true)),
				anime("Rated", everywhere.andThen((change) -> change.rating = AgeRating.RX)),
				anime("Tagged", everywhere.andThen((change) -> change.subjects = Subjects.ofTags(List.of("hentai")))),
				anime("Gone", everywhere.andThen((change) -> change.lifecycle = Lifecycle.ORPHANED)),
				anime("Merged", everywhere.andThen((change) -> {
					change.lifecycle = Lifecycle.REDIRECT;
					change.mergedInto = anEntry(77, "x").id();
				}))));
		assertThat(lists.lists()).hasSize(ListName.values().length).allSatisfy((_, list) -> assertThat(list).isEmpty());
		assertThat(lists.seen()).isZero();
	}

	@Test
	void keepsTheBestOfManyInTheSameOrderWhateverOrderTheyComeInAndOnceEach() {
		List<AnimeEntry> all = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			all.add(anime("Show " + i, members((long) i)));
		}
		all.addAll(all.subList(250, 300));
		Collections.shuffle(all, new Random(7));
		assertThat(titles(ListName.POPULAR, all.toArray(AnimeEntry[]::new))).hasSize(100)
			.startsWith("Show 299", "Show 298")
			.endsWith("Show 200");
	}

	private static List<String> titles(ListName list, AnimeEntry... entries) {
		ListBuilder lists = new ListBuilder(NOW, 100);
		Arrays.stream(entries).forEach((entry) -> lists.add(List.of(entry)));
		return new Generation("g", NOW, lists.lists()).list(list)
			.stream()
			.map((anime) -> anime.attributes().title())
			.toList();
	}

	static AnimeEntry anime(String title, Consumer<AnimeEntry.Change> changes) {
		return anEntry(1 + Math.floorMod(title.hashCode(), 1_000_000), title).with(changes);
	}

	static Consumer<AnimeEntry.Change> members(Long members) {
		return (change) -> change.score = new Score(7, 7, 7, null, members);
	}

	private static Consumer<AnimeEntry.Change> rated(double mean, Long votes, double bayesian) {
		return (change) -> change.score = new Score(mean, mean, mean, votes, votes, bayesian, List.of(Provider.KITSU));
	}

	private static Consumer<AnimeEntry.Change> grew(long before, long after) {
		return history(new Details.Popularity(TODAY.minusDays(14), before), new Details.Popularity(TODAY, after));
	}

	private static Consumer<AnimeEntry.Change> history(Details.Popularity... points) {
		return (change) -> change.details = new Details(null, null, List.of(), Media.NONE, Map.of(), Map.of(),
				Questions.NONE, 1, null, List.of(points));
	}

	private static Consumer<AnimeEntry.Change> premiere(AiringStatus status, Season season, int year) {
		return (change) -> change.airing = Airing.of(status, season, year);
	}

	private static Consumer<AnimeEntry.Change> added(String at) {
		return (change) -> change.revision = Revision.first(Instant.parse(at), "hash", null);
	}

}
