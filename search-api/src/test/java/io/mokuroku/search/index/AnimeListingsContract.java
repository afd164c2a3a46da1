package io.mokuroku.search.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.index.AnimeCondition.Between;
import io.mokuroku.search.index.AnimeCondition.Not;
import io.mokuroku.search.index.AnimeCondition.OneOf;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.version;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How every index lists, sorts and counts, whatever keeps it.
 */
abstract class AnimeListingsContract {

	private static final Instant SOON = Instant.parse("2026-11-28T15:30:00Z");

	AnimeIndex index;

	/** An index that holds nothing and writes every change at once. */
	abstract AnimeIndex open();

	@BeforeEach
	void openIndex() {
		this.index = open();
	}

	@AfterEach
	void closeIndex() {
		TestIndexes.close(this.index);
	}

	@Test
	void filtersByEveryFieldAndByItsOpposite() {
		IndexedAnime full = full();
		put(full, aShow(2, "Empty", AnimeListingsContract::emptied));
		for (AnimeField field : AnimeField.values()) {
			Number number = field.number(full);
			AnimeCondition condition = (number != null)
					? new Between(field, new Bounds(number.doubleValue(), number.doubleValue()))
					: new OneOf(field, Set.of(field.words(full).iterator().next()));
			assertThat(listed((asked) -> asked.must(condition))).as("%s", condition).containsExactly("Full");
			assertThat(listed((asked) -> asked.mustNot(condition))).as("not %s", condition).containsExactly("Empty");
			if (number != null) {
				Bounds above = new Bounds(Math.nextUp(number.doubleValue()), null);
				assertThat(listed((asked) -> asked.must(new Between(field, above)))).as("%s", field)
					.doesNotContain("Full");
			}
		}
	}

	@Test
	void asksOfAlternativesForOneAtLeast() {
		put(film(1, "Drama Film", "drama"), film(2, "War Film", "war"), aShow(3, "Series"));
		OneOf drama = new OneOf(AnimeField.GENRE, Set.of("drama"));
		OneOf film = new OneOf(AnimeField.TYPE, Set.of("MOVIE"));
		assertThat(listed((asked) -> asked.should(List.of(drama, new Not(film)))))
			.containsExactlyInAnyOrder("Drama Film", "Series");
		assertThat(listed((asked) -> {
			asked.should(List.of(drama, new Not(film)));
			asked.must(film);
		})).containsExactly("Drama Film");
		assertThat(listed((asked) -> asked.should(List.of(new OneOf(AnimeField.GENRE, Set.of("none")))))).isEmpty();
	}

	@Test
	void listsInEveryOrderWithWhatIsNotKnownLast() {
		put(aShow(1, "Low", (change) -> {
			change.score = new Score(5, 5, 5, 10L, 100L, 5.5, List.of());
			change.airing = airing(LocalDate.of(2020, 4, 1), SOON);
		}), aShow(2, "High", (change) -> {
			change.score = new Score(9, 9, 9, 10L, 1_000_000L, 8.5, List.of());
			change.airing = airing(LocalDate.of(1999, 1, 1), SOON.plusSeconds(60));
		}), aShow(3, "Empty", AnimeListingsContract::emptied));
		assertThat(listed(AnimeOrder.SCORE)).containsExactly("High", "Low", "Empty");
		assertThat(listed(AnimeOrder.POPULARITY)).containsExactly("High", "Low", "Empty");
		assertThat(listed(AnimeOrder.PROMINENCE)).containsExactly("High", "Low", "Empty");
		assertThat(listed(AnimeOrder.NEWEST)).containsExactly("Low", "High", "Empty");
		assertThat(listed(AnimeOrder.NEXT_AIRING)).containsExactly("Low", "High", "Empty");
		assertThat(listed(AnimeOrder.ADDED)).hasSize(3);
	}

	@Test
	void turnsPagesWithoutGapsAndRepetitionsThoughTheIndexChanges() {
		List<IndexedAnime> shows = IntStream.rangeClosed(1, 40).mapToObj((i) -> aShow(i, "Show " + i)).toList();
		put(shows.toArray(IndexedAnime[]::new));
		List<IndexedAnime> read = new ArrayList<>();
		AnimeOrder.Place after = null;
		for (List<IndexedAnime> page = page(after); !page.isEmpty(); page = page(after)) {
			assertThat(page.size()).isLessThanOrEqualTo(7);
			read.addAll(page);
			after = AnimeOrder.SCORE.place(page.getLast());
			put(version(2, page.getFirst()));
			put(aShow(100 + read.size(), "Best", (change) -> change.score = new Score(10, 10, 10, null, null)));
			this.index.apply(List.of(new IndexChange.Withdraw(page.getLast().id(), 9)));
		}
		assertThat(read).extracting(IndexedAnime::id)
			.containsExactlyInAnyOrderElementsOf(shows.stream().map(IndexedAnime::id).toList());
	}

	@Test
	void countsAllThatPassByTheirValues() {
		put(film(1, "One", "drama", "war"), film(2, "Two", "drama"), aShow(3, "Three"),
				aShow(4, "Hidden", (change) -> change.adult = true));
		assertThat(counts(AnimeFilter.NONE, AnimeField.GENRE)).isEqualTo(Map.of("drama", 2L, "war", 1L));
		assertThat(counts(AnimeFilter.NONE, AnimeField.TYPE)).isEqualTo(Map.of("MOVIE", 2L, "TV", 1L));
		assertThat(counts(AnimeFilter.NONE, AnimeField.YEAR)).isEqualTo(Map.of("2006", 3L));
		assertThat(counts(AnimeFilter.of(AnimeType.TV, null, null), AnimeField.GENRE)).isEmpty();
		assertThat(this.index.values(AnimeFilter.NONE, AnimeField.GENRE, 1))
			.containsExactly(new ValueCount("drama", 2));
		assertThat(this.index.count(AnimeFilter.NONE)).isEqualTo(3);
		assertThat(this.index.count(AnimeFilter.of(AnimeType.MOVIE, null, null))).isEqualTo(2);
	}

	@Test
	void showsAdultAnimeOnlyWhereTheyAreAskedForAndWithdrawnOnesNever() {
		put(aShow(1, "Adult", (change) -> change.adult = true),
				aShow(2, "Gone", (change) -> change.lifecycle = Lifecycle.ORPHANED), aShow(3, "Shown"));
		assertThat(listed((_) -> {
		})).containsExactly("Shown");
		assertThat(listed((asked) -> asked.adult = true)).containsExactlyInAnyOrder("Adult", "Shown");
		AnimeFilter everything = AnimeFilter.of((asked) -> asked.adult = true);
		assertThat(this.index.count(everything)).isEqualTo(2);
		assertThat(this.index.named(FoldedTitle.of("Adult"), everything, 10)).extracting(TitleHit::title)
			.containsExactly("Adult");
		assertThat(this.index.named(FoldedTitle.of("Adult"), AnimeFilter.NONE, 10)).isEmpty();
		assertThat(this.index.named(FoldedTitle.of("Gone"), everything, 10)).isEmpty();
	}

	final void put(IndexedAnime... anime) {
		TestIndexes.put(this.index, anime);
	}

	final List<String> listed(Consumer<AnimeFilter.Change> asking) {
		return titles(this.index.listed(AnimeFilter.of(asking), 10));
	}

	private List<String> listed(AnimeOrder order) {
		return titles(this.index.listed(AnimeFilter.NONE, order, null, 10));
	}

	private List<IndexedAnime> page(AnimeOrder.@Nullable Place after) {
		return this.index.listed(AnimeFilter.NONE, AnimeOrder.SCORE, after, 7);
	}

	private Map<String, Long> counts(AnimeFilter filter, AnimeField field) {
		return this.index.values(filter, field, 10)
			.stream()
			.collect(Collectors.toMap(ValueCount::value, ValueCount::count));
	}

	private static List<String> titles(List<IndexedAnime> anime) {
		return anime.stream().map((each) -> each.titles().main()).toList();
	}

	private static IndexedAnime film(int number, String title, String... genres) {
		return aShow(number, title, (change) -> {
			change.type = AnimeType.MOVIE;
			change.subjects = new Subjects(List.of(genres), List.of(), List.of(), List.of());
		});
	}

	private static Airing airing(LocalDate from, Instant next) {
		return new Airing(AiringStatus.ONGOING, Season.SPRING, 2006, PartialDate.of(from), null, null,
				new NextEpisode(2, next, 0.9));
	}

	private static IndexedAnime full() {
		return aShow(1, "Full", (change) -> {
			change.rating = AgeRating.PG13;
			change.subjects = new Subjects(List.of("Drama"), List.of("School"), List.of("Josei"), List.of("europe"),
					List.of("Violence"));
			change.production = new Production(List.of("Madhouse"), List.of(), "Light novel", List.of(), "JP");
			change.score = new Score(8.5, 8.5, 8.5, 1_000L, 20_000L, 8.25, List.of());
			change.airing = airing(LocalDate.of(2006, 4, 1), SOON);
		});
	}

	/** Everything that can be left out, or is another value. */
	private static void emptied(AnimeEntry.Change change) {
		change.lifecycle = Lifecycle.ACTIVE;
		change.type = AnimeType.MOVIE;
		change.airing = Airing.of(AiringStatus.UNKNOWN, null, null);
		change.subjects = Subjects.ofTags(List.of());
		change.production = new Production(List.of(), List.of(), null);
		change.episodes = null;
		change.durationSeconds = null;
		change.sources = List.of(SourceLink.parse("https://anidb.net/anime/2").orElseThrow());
		change.revision = Revision.first(Instant.EPOCH, "hash", null);
	}

}
