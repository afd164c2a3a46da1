package io.mokuroku.review.comparison;

import java.util.List;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Media;
import org.jspecify.annotations.Nullable;

/**
 * A field of an entry that people look at.
 *
 * @param known its name in provenance
 * @param corrected its name in corrections; absent where nobody can correct it
 * @param value what an entry has in it
 */
public record EntryField(String known, @Nullable String corrected, Function<AnimeEntry, @Nullable Object> value) {

	/** All of them, in the order in which they are compared. */
	static final List<EntryField> ALL = List.of(field("title", "titles.main", (entry) -> entry.titles().main()),
			field("englishTitle", "titles.english", (entry) -> entry.titles().english()),
			field("japaneseTitle", "titles.japanese", (entry) -> entry.titles().japanese()),
			field("synonyms", "titles.synonyms", (entry) -> entry.titles().synonyms()),
			field("type", "type", AnimeEntry::type), field("episodes", "episodes", AnimeEntry::episodes),
			field("durationSeconds", "durationSeconds", AnimeEntry::durationSeconds),
			field("status", "airing.status", (entry) -> entry.airing().status()),
			field("season", "airing.season", (entry) -> entry.airing().season()),
			field("year", "airing.year", (entry) -> entry.airing().year()),
			field("airedFrom", "airing.from", (entry) -> entry.airing().from()),
			field("airedTo", "airing.to", (entry) -> entry.airing().to()),
			field("broadcast", "airing.broadcast", (entry) -> entry.airing().broadcast()),
			shown("airing.delay", (entry) -> entry.airing().delay()),
			shown("airing.next", (entry) -> entry.airing().next()), field("synopsis", "synopsis", AnimeEntry::synopsis),
			field("background", "background", (entry) -> entry.details().background()),
			field("genres", "subjects.genres", (entry) -> entry.subjects().genres()),
			field("themes", "subjects.themes", (entry) -> entry.subjects().themes()),
			field("demographics", "subjects.demographics", (entry) -> entry.subjects().demographics()),
			field("tags", "subjects.tags", (entry) -> entry.subjects().tags()),
			field("contentWarnings", "subjects.contentWarnings", (entry) -> entry.subjects().contentWarnings()),
			field("studios", "production.studios", (entry) -> entry.production().studios()),
			field("producers", "production.producers", (entry) -> entry.production().producers()),
			field("licensors", "production.licensors", (entry) -> entry.production().licensors()),
			field("country", "production.country", (entry) -> entry.production().country()),
			field("sourceMaterial", "production.sourceMaterial", (entry) -> entry.production().sourceMaterial()),
			field("rating", "rating", AnimeEntry::rating),
			field("adult", "adult", (entry) -> entry.adult() ? "yes" : "no"),
			field("picture", "artwork.picture", (entry) -> entry.artwork().picture()),
			field("relations", "relations",
					(entry) -> lines(entry.relations(),
							(relation) -> relation.type() + " " + relation.target().canonical())),
			shown("media.openings", (entry) -> lines(entry.details().media().openings(), Media.ThemeSong::raw)),
			shown("media.endings", (entry) -> lines(entry.details().media().endings(), Media.ThemeSong::raw)),
			shown("media.trailers",
					(entry) -> lines(entry.details().media().trailers(), (video) -> video.site() + " " + video.id())),
			shown("media.streaming",
					(entry) -> lines(entry.details().media().streaming(),
							(link) -> link.platform() + " " + link.url())),
			shown("media.externalLinks",
					(entry) -> lines(List.copyOf(entry.details().media().externalLinks().entrySet()),
							(link) -> link.getKey() + " " + link.getValue())));

	/**
	 * The field that a correction is about.
	 * @throws IllegalArgumentException if it is about none
	 */
	public static EntryField ofCorrection(String name) {
		return ALL.stream()
			.filter((field) -> name.equals(field.corrected()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("Nobody can correct " + name));
	}

	private static EntryField field(String corrected, String known, Function<AnimeEntry, @Nullable Object> value) {
		return new EntryField(known, corrected, value);
	}

	private static EntryField shown(String known, Function<AnimeEntry, @Nullable Object> value) {
		return new EntryField(known, null, value);
	}

	private static <T> List<String> lines(List<T> elements, Function<T, String> words) {
		return elements.stream().map(words).toList();
	}

}
