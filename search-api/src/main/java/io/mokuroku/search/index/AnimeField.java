package io.mokuroku.search.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * What anime can be filtered by, and how each engine calls it.
 */
public enum AnimeField {

	/** The anime itself. */
	ID("id", Kind.NAME, words((anime) -> List.of(anime.id().toString()))),

	/** How it was released. */
	TYPE("type", Kind.NAME, words((anime) -> List.of(anime.type().name()))),

	/** Where it stands. */
	STATUS("status", Kind.NAME, words((anime) -> List.of(anime.status().name()))),

	/** How far it has come. */
	LIFECYCLE("lifecycle", Kind.NAME, words((anime) -> List.of(anime.lifecycle().name()))),

	/** The quarter of its premiere. */
	SEASON("season", Kind.NAME, words((anime) -> name(anime.season()))),

	/** The intended audience. */
	RATING("rating", Kind.NAME, words((anime) -> name(anime.facts().rating()))),

	/** The medium it adapts, as {@code LIGHT_NOVEL}. */
	SOURCE_MATERIAL("source_material", Kind.NAME, words((anime) -> name(anime.facts().sourceMaterial()))),

	/** Where it was made, ISO 3166 alpha-2. */
	COUNTRY("country", Kind.NAME, words((anime) -> name(anime.facts().country()))),

	/** The sites that have a page on it. */
	PROVIDER("providers", Kind.NAME, words(AnimeField::providers)),

	/** Genres from the controlled list. */
	GENRE("genres", Kind.LABEL, words((anime) -> anime.facts().genres())),

	/** Settings and motifs. */
	THEME("themes", Kind.LABEL, words((anime) -> anime.facts().themes())),

	/** The intended readers. */
	DEMOGRAPHIC("demographics", Kind.LABEL, words((anime) -> anime.facts().demographics())),

	/** What else it is about. */
	TAG("tags", Kind.LABEL, words((anime) -> anime.facts().tags())),

	/** Genres, themes, demographics and tags alike. */
	SUBJECT("subjects", Kind.LABEL, words(IndexedAnime::subjects)),

	/** What some would rather not see. */
	CONTENT_WARNING("content_warnings", Kind.LABEL, words((anime) -> anime.facts().contentWarnings())),

	/** Who made it. */
	STUDIO("studios", Kind.LABEL, words(IndexedAnime::studios)),

	/** The year of its premiere. */
	YEAR("year", Kind.WHOLE, number(IndexedAnime::year)),

	/** How many episodes it has or will have. */
	EPISODES("episodes", Kind.WHOLE, number(IndexedAnime::episodes)),

	/** The length of one episode in seconds. */
	DURATION("duration_seconds", Kind.WHOLE, number((anime) -> anime.facts().durationSeconds())),

	/** How many people voted. */
	VOTES("votes", Kind.WHOLE, number((anime) -> anime.facts().votes())),

	/** How many people keep it on a list. */
	MEMBERS("members", Kind.WHOLE, number((anime) -> anime.facts().members())),

	/** The mean score, which answers show. */
	SCORE("score_mean", Kind.DECIMAL, number(IndexedAnime::score)),

	/** The score drawn to the mean of the catalogue. */
	BAYESIAN_SCORE("score", Kind.DECIMAL, number((anime) -> anime.facts().bayesian())),

	/** The first day, a date in Japan, counted from its midnight in UTC. */
	AIRED_FROM("aired_from", Kind.INSTANT, number((anime) -> seconds(anime.facts().airedFrom()))),

	/** When the next episode starts. */
	NEXT_AIRING("next_air_at", Kind.INSTANT, number((anime) -> seconds(anime.facts().nextAiring()))),

	/** When it came into the catalogue. */
	ADDED("added_at", Kind.INSTANT, number((anime) -> seconds(anime.facts().addedAt())));

	private final String key;

	private final Kind kind;

	@SuppressWarnings("ImmutableEnumChecker") // functions that hold nothing
	private final Reader reader;

	AnimeField(String key, Kind kind, Reader reader) {
		this.key = key;
		this.kind = kind;
		this.reader = reader;
	}

	/** What engines call it. */
	public String key() {
		return this.key;
	}

	/** Of what kind its values are. */
	public Kind kind() {
		return this.kind;
	}

	/** Whether anime can be counted by its values. */
	public boolean counted() {
		return this != ID && (!this.kind.number() || this == YEAR);
	}

	/** The values an anime has of a field that holds words. */
	public Collection<String> words(IndexedAnime anime) {
		return this.reader.words().apply(anime);
	}

	/** The number an anime has of a field that holds numbers; seconds for instants. */
	public @Nullable Number number(IndexedAnime anime) {
		return this.reader.number().apply(anime);
	}

	/** How many of some anime have each value, the most frequent first. */
	public List<ValueCount> count(Collection<IndexedAnime> anime, int most) {
		Map<String, Long> counts = anime.stream()
			.flatMap((each) -> counts(each).stream())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return counts.entrySet()
			.stream()
			.map((each) -> new ValueCount(each.getKey(), each.getValue()))
			.sorted(ValueCount.MOST_FIRST)
			.limit(most)
			.toList();
	}

	/** The values by which an anime is counted. */
	Collection<String> counts(IndexedAnime anime) {
		Number number = number(anime);
		return (number != null) ? List.of(number.toString()) : words(anime);
	}

	private static Reader words(Function<IndexedAnime, Collection<String>> words) {
		return new Reader(words, (_) -> null);
	}

	private static Reader number(Function<IndexedAnime, @Nullable Number> number) {
		return new Reader((_) -> List.of(), number);
	}

	private static Collection<String> name(@Nullable Object value) {
		return (value != null) ? List.of(value.toString()) : List.of();
	}

	private static Collection<String> providers(IndexedAnime anime) {
		return anime.links().stream().map((link) -> link.substring(0, link.indexOf('#'))).distinct().toList();
	}

	private static @Nullable Long seconds(@Nullable Instant instant) {
		return (instant != null) ? (Long) instant.getEpochSecond() : null;
	}

	private static @Nullable Long seconds(@Nullable LocalDate date) {
		return (date != null) ? (Long) date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() : null;
	}

	/** Of what kind values are. */
	public enum Kind {

		/** A constant's name or a code, as it is. */
		NAME,

		/** Words in lower case. */
		LABEL,

		/** A whole number. */
		WHOLE,

		/** A decimal number. */
		DECIMAL,

		/** A point in time, in seconds since 1970. */
		INSTANT;

		/** Whether values have an order and can be compared. */
		public boolean number() {
			return compareTo(WHOLE) >= 0;
		}

	}

	private record Reader(Function<IndexedAnime, Collection<String>> words,
			Function<IndexedAnime, @Nullable Number> number) {
	}

}
