package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.merge.Rule;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.text.PlainText;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.ProductionFacts.Company;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Which fields there are, whom they are taken from and by which rule.
 */
public final class EntryFields {

	private static final List<String> DATASET_FIRST = List.of(Sources.DATASET, Sources.MYANIMELIST, Sources.ANILIST,
			Sources.KITSU, Sources.ANIMESCHEDULE, Sources.ANIDB);

	/** Texts that Kitsu and AnimeSchedule write are longer than AniList's. */
	private static final List<String> LONG_TEXTS_FIRST = List.of(Sources.MYANIMELIST, Sources.KITSU,
			Sources.ANIMESCHEDULE, Sources.ANILIST, Sources.ANIDB, Sources.DATASET);

	/** The cover before the poster. */
	private static final List<String> COVERS_FIRST = List.of(Sources.MYANIMELIST, Sources.ANILIST,
			Sources.ANIMESCHEDULE, Sources.KITSU, Sources.ANIDB, Sources.DATASET);

	private static final TypeReference<String> TEXT = new TypeReference<>() {
	};

	private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
	};

	private static final TypeReference<Integer> NUMBER = new TypeReference<>() {
	};

	private static final TypeReference<PartialDate> DATE = new TypeReference<>() {
	};

	private static final TypeReference<URI> ADDRESS = new TypeReference<>() {
	};

	/** The name an entry is listed by. */
	public static final Field<String> MAIN_TITLE = new Field<>("titles.main", Stage.METADATA, TEXT, DATASET_FIRST,
			Rules.priority(), (facts) -> facts.titles().main(), (entry) -> entry.titles().main());

	/** The official English name. */
	public static final Field<String> ENGLISH_TITLE = text("titles.english", (facts) -> facts.titles().english(),
			(entry) -> entry.titles().english());

	/** The name in the original script. */
	public static final Field<String> JAPANESE_TITLE = metadata("titles.japanese", TEXT,
			Rules.preferring(Agreement::inOriginalScript, Rules.priority()), (facts) -> facts.titles().japanese(),
			(entry) -> entry.titles().japanese());

	/** All other names. */
	public static final Field<List<String>> SYNONYMS = texts("titles.synonyms", Rules.union(),
			(facts) -> facts.titles().synonyms(), (entry) -> entry.titles().synonyms());

	/** How it was released; families agree. The dataset knows fewer sorts than others. */
	public static final Field<AnimeType> TYPE = metadata("type", new TypeReference<>() {
	}, Rules.liveMajority(Agreement::sameFamily), (facts) -> known(facts.release().type()),
			(entry) -> known(entry.type()));

	/** How many episodes; one more or less is a way of counting. */
	public static final Field<Integer> EPISODES = metadata("episodes", NUMBER,
			Rules.liveMajority((one, other) -> Math.abs(one - other) <= 1), (facts) -> facts.release().episodes(),
			AnimeEntry::episodes);

	/**
	 * The length of an episode; a fifth more or less is rounding, else the middle one.
	 */
	public static final Field<Integer> DURATION = new Field<>("durationSeconds", Stage.METADATA, NUMBER, DATASET_FIRST,
			Rules.middleWhereApart(Agreement::sameLength), (facts) -> facts.release().durationSeconds(),
			AnimeEntry::durationSeconds);

	/** Where it stands. */
	public static final Field<AiringStatus> STATUS = metadata("airing.status", new TypeReference<>() {
	}, Rules.liveMajority(Agreement::sameStatus), (facts) -> known(facts.airing().status()),
			(entry) -> known(entry.airing().status()));

	/** The quarter of its premiere. */
	public static final Field<Season> SEASON = metadata("airing.season", new TypeReference<>() {
	}, Rules.liveMajority((one, other) -> true), (facts) -> facts.airing().season(),
			(entry) -> entry.airing().season());

	/** The year of its premiere. */
	public static final Field<Integer> YEAR = metadata("airing.year", NUMBER, Rules.liveMajority(Integer::equals),
			(facts) -> facts.airing().year(), (entry) -> entry.airing().year());

	/** The first day. */
	public static final Field<PartialDate> FROM = metadata("airing.from", DATE, Rules.mostPrecise(),
			(facts) -> facts.airing().from(), (entry) -> entry.airing().from());

	/** The last day. */
	public static final Field<PartialDate> TO = metadata("airing.to", DATE, Rules.mostPrecise(),
			(facts) -> facts.airing().to(), (entry) -> entry.airing().to());

	/** The weekly slot. */
	public static final Field<Broadcast> BROADCAST = metadata("airing.broadcast", new TypeReference<>() {
	}, Rules.priority(), (facts) -> facts.airing().broadcast(), (entry) -> entry.airing().broadcast());

	/**
	 * When a calendar says the next episode airs, and which one, if it tells; an entry
	 * keeps only what follows from it.
	 */
	public static final Field<AiringFacts.Next> NEXT_RELEASE = metadata("airing.nextRelease", new TypeReference<>() {
	}, Rules.priority(), (facts) -> facts.airing().next(), (entry) -> null);

	/** Plain text; the first that is long enough to say something. */
	public static final Field<String> SYNOPSIS = new Field<>("synopsis", Stage.METADATA, TEXT, LONG_TEXTS_FIRST,
			Rules.preferring(Agreement::longEnough, Rules.priority()),
			(facts) -> PlainText.of(facts.texts().synopsis()), AnimeEntry::synopsis);

	/** The intended audience. */
	public static final Field<AgeRating> RATING = metadata("rating", new TypeReference<>() {
	}, Rules.priority(), (facts) -> facts.audience().rating(), AnimeEntry::rating);

	/** Whether it is kept out of default answers. */
	public static final Field<Boolean> ADULT = metadata("adult", new TypeReference<>() {
	}, Rules.any(), (facts) -> facts.audience().adult(), AnimeEntry::adult);

	/** Genres. */
	public static final Field<List<String>> GENRES = texts("subjects.genres", Rules.union(),
			(facts) -> Labels.of(facts).genres(), (entry) -> Labels.of(entry).genres());

	/** Settings and motifs. */
	public static final Field<List<String>> THEMES = texts("subjects.themes", Rules.union(),
			(facts) -> Labels.of(facts).themes(), (entry) -> Labels.of(entry).themes());

	/** The intended readers. */
	public static final Field<List<String>> DEMOGRAPHICS = texts("subjects.demographics", Rules.union(),
			(facts) -> Labels.of(facts).demographics(), (entry) -> Labels.of(entry).demographics());

	/** Everything else it is about. */
	public static final Field<List<String>> TAGS = texts("subjects.tags", Rules.union(),
			(facts) -> Labels.of(facts).tags(), (entry) -> Labels.of(entry).tags());

	/** What some would rather not see. */
	public static final Field<List<String>> WARNINGS = texts("subjects.contentWarnings", Rules.union(),
			(facts) -> Labels.of(facts).contentWarnings(), (entry) -> entry.subjects().contentWarnings());

	/** The animation studios. */
	public static final Field<List<String>> STUDIOS = texts("production.studios", Rules.priority(),
			(facts) -> Company.names(facts.production().studios()), (entry) -> entry.production().studios());

	/** The companies that paid. */
	public static final Field<List<String>> PRODUCERS = texts("production.producers", Rules.priority(),
			(facts) -> Company.names(facts.production().producers()), (entry) -> entry.production().producers());

	/** The medium it adapts. */
	public static final Field<String> SOURCE_MATERIAL = text("production.sourceMaterial",
			(facts) -> Labels.sourceMaterial(facts.production()), (entry) -> entry.production().sourceMaterial());

	/** The cover. */
	public static final Field<URI> PICTURE = new Field<>("artwork.picture", Stage.MEDIA, ADDRESS, COVERS_FIRST,
			Rules.priority(), (facts) -> facts.media().picture(), (entry) -> entry.artwork().picture());

	/** A small form of the cover. */
	public static final Field<URI> THUMBNAIL = new Field<>("artwork.thumbnail", Stage.MEDIA, ADDRESS, COVERS_FIRST,
			Rules.priority(), (facts) -> facts.media().thumbnail(), (entry) -> entry.artwork().thumbnail());

	/** All of them. */
	public static final List<Field<?>> ALL = Stream
		.concat(Stream.of(MAIN_TITLE, ENGLISH_TITLE, JAPANESE_TITLE, SYNONYMS, TYPE, EPISODES, DURATION, STATUS, SEASON,
				YEAR, FROM, TO, BROADCAST, NEXT_RELEASE, SYNOPSIS, RATING, ADULT, GENRES, THEMES, DEMOGRAPHICS, TAGS,
				WARNINGS, STUDIOS, PRODUCERS, SOURCE_MATERIAL, PICTURE, THUMBNAIL), DetailFields.ALL.stream())
		.toList();

	private EntryFields() {
	}

	/** Those a stage collects. */
	public static List<Field<?>> of(Stage stage) {
		return ALL.stream().filter((field) -> field.stage() == stage).toList();
	}

	private static <T> Field<T> metadata(String name, TypeReference<T> type, Rule<T> rule,
			Function<AnimeFacts, @Nullable T> inFacts, Function<AnimeEntry, @Nullable T> inEntry) {
		return new Field<>(name, Stage.METADATA, type, Trust.PROVIDERS_FIRST, rule, inFacts, inEntry);
	}

	private static Field<String> text(String name, Function<AnimeFacts, @Nullable String> inFacts,
			Function<AnimeEntry, @Nullable String> inEntry) {
		return metadata(name, TEXT, Rules.priority(), inFacts, inEntry);
	}

	/** An empty list says nothing. */
	private static Field<List<String>> texts(String name, Rule<List<String>> rule,
			Function<AnimeFacts, List<String>> inFacts, Function<AnimeEntry, List<String>> inEntry) {
		return metadata(name, TEXTS, rule, (facts) -> known(inFacts.apply(facts)),
				(entry) -> known(inEntry.apply(entry)));
	}

	private static @Nullable List<String> known(List<String> values) {
		return values.isEmpty() ? null : values;
	}

	private static @Nullable AnimeType known(AnimeType type) {
		return (type == AnimeType.UNKNOWN) ? null : type;
	}

	private static @Nullable AiringStatus known(AiringStatus status) {
		return (status == AiringStatus.UNKNOWN) ? null : status;
	}

}
