package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.review.comparison.EntryField;
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
		EntryField lies = EntryField.ofCorrection(name);
		EditableField.Kind kind = kind(rules);
		List<String> options = switch (kind) {
			case CHOICE -> rules.path("enum").values().stream().map((each) -> each.asString("")).toList();
			case FLAG -> List.of("yes", "no");
			case LINE, TEXT, LINES, NUMBER, SLOT -> List.of();
		};
		boolean mayBeEmpty = kind == EditableField.Kind.LINES || options.contains("")
				|| rules.path("type").toString().contains("null");
		return new EditableField(name, rules.path("title").asString(name), kind, options, mayBeEmpty, lies.known(),
				(entry) -> text(lies.value().apply(entry)));
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
			case PartialDate date -> date.text();
			case Broadcast slot -> slot.day() + " " + slot.time().toString().substring(0, 5);
			default -> value.toString();
		};
	}

}
