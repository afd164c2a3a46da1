package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.review.decision.DecisionSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields that reviewers can correct, as the schema of decisions lists them. Relations
 * and lists are tables of their own.
 */
final class EditableFields {

	static final String RELATIONS = "relations";

	private static final int LONG = 2_000;

	private static final Map<String, Source> SOURCES = sources();

	static final List<EditableField> ALL = read();

	private EditableFields() {
	}

	static Optional<EditableField> find(String name) {
		return ALL.stream().filter((field) -> field.name().equals(name)).findFirst();
	}

	/** What people call what can be corrected. */
	static String nameFor(String name) {
		return find(name).map(EditableField::label)
			.or(() -> RowEditor.find(name).map(RowEditor::label))
			.orElseGet(() -> Words.ofField(name));
	}

	/** What people call a field of provenance. */
	static String labelOf(String known) {
		return ALL.stream()
			.filter((field) -> field.known().equals(known))
			.map(EditableField::label)
			.findFirst()
			.orElseGet(() -> Words.ofField(known));
	}

	private static List<EditableField> read() {
		List<EditableField> all = new ArrayList<>();
		DecisionSchema.load().edits().properties().forEach((field) -> {
			if (!field.getKey().equals(RELATIONS) && !field.getValue().path("items").has("properties")) {
				all.add(field(field.getKey(), field.getValue()));
			}
		});
		return List.copyOf(all);
	}

	private static EditableField field(String name, JsonNode rules) {
		Source source = Objects.requireNonNull(SOURCES.get(name), name);
		EditableField.Kind kind = kind(rules);
		List<String> options = switch (kind) {
			case CHOICE -> rules.path("enum").values().stream().map((each) -> each.asString("")).toList();
			case FLAG -> List.of("yes", "no");
			case LINE, TEXT, LINES, NUMBER, SLOT -> List.of();
		};
		boolean mayBeEmpty = kind == EditableField.Kind.LINES || options.contains("")
				|| rules.path("type").toString().contains("null");
		return new EditableField(name, rules.path("title").asString(name), kind, options, mayBeEmpty, source.known(),
				(entry) -> text(source.value().apply(entry)));
	}

	private static EditableField.Kind kind(JsonNode rules) {
		if (rules.has("enum")) {
			return EditableField.Kind.CHOICE;
		}
		String type = rules.path("type").toString();
		if (type.contains("boolean")) {
			return EditableField.Kind.FLAG;
		}
		if (type.contains("array")) {
			return EditableField.Kind.LINES;
		}
		if (type.contains("integer")) {
			return EditableField.Kind.NUMBER;
		}
		if (type.contains("object")) {
			return EditableField.Kind.SLOT;
		}
		return (rules.path("maxLength").asInt(0) > LONG) ? EditableField.Kind.TEXT : EditableField.Kind.LINE;
	}

	private static String text(@Nullable Object value) {
		return switch (value) {
			case null -> "";
			case List<?> list -> list.stream().map(Object::toString).collect(Collectors.joining("\n"));
			case Boolean truth -> truth ? "yes" : "no";
			case PartialDate date -> date.text();
			case Broadcast slot -> slot.day() + " " + slot.time().toString().substring(0, 5);
			default -> value.toString();
		};
	}

	private static Map<String, Source> sources() {
		Map<String, Source> sources = new LinkedHashMap<>();
		put(sources, "title", "titles.main", (entry) -> entry.titles().main());
		put(sources, "englishTitle", "titles.english", (entry) -> entry.titles().english());
		put(sources, "japaneseTitle", "titles.japanese", (entry) -> entry.titles().japanese());
		put(sources, "synonyms", "titles.synonyms", (entry) -> entry.titles().synonyms());
		put(sources, "type", "type", AnimeEntry::type);
		put(sources, "episodes", "episodes", AnimeEntry::episodes);
		put(sources, "durationSeconds", "durationSeconds", AnimeEntry::durationSeconds);
		put(sources, "status", "airing.status", (entry) -> entry.airing().status());
		put(sources, "season", "airing.season", (entry) -> entry.airing().season());
		put(sources, "year", "airing.year", (entry) -> entry.airing().year());
		put(sources, "airedFrom", "airing.from", (entry) -> entry.airing().from());
		put(sources, "airedTo", "airing.to", (entry) -> entry.airing().to());
		put(sources, "broadcast", "airing.broadcast", (entry) -> entry.airing().broadcast());
		put(sources, "synopsis", "synopsis", AnimeEntry::synopsis);
		put(sources, "background", "background", (entry) -> entry.details().background());
		put(sources, "rating", "rating", AnimeEntry::rating);
		put(sources, "adult", "adult", AnimeEntry::adult);
		put(sources, "sourceMaterial", "production.sourceMaterial", (entry) -> entry.production().sourceMaterial());
		put(sources, "country", "production.country", (entry) -> entry.production().country());
		put(sources, "genres", "subjects.genres", (entry) -> entry.subjects().genres());
		put(sources, "themes", "subjects.themes", (entry) -> entry.subjects().themes());
		put(sources, "demographics", "subjects.demographics", (entry) -> entry.subjects().demographics());
		put(sources, "tags", "subjects.tags", (entry) -> entry.subjects().tags());
		put(sources, "contentWarnings", "subjects.contentWarnings", (entry) -> entry.subjects().contentWarnings());
		put(sources, "studios", "production.studios", (entry) -> entry.production().studios());
		put(sources, "producers", "production.producers", (entry) -> entry.production().producers());
		put(sources, "licensors", "production.licensors", (entry) -> entry.production().licensors());
		put(sources, "picture", "artwork.picture", (entry) -> entry.artwork().picture());
		return sources;
	}

	private static void put(Map<String, Source> sources, String name, String known,
			Function<AnimeEntry, @Nullable Object> value) {
		sources.put(name, new Source(known, value));
	}

	/**
	 * Where a field lies in an entry.
	 *
	 * @param known its name in provenance
	 * @param value what an entry has in it
	 */
	private record Source(String known, Function<AnimeEntry, @Nullable Object> value) {
	}

}
