package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.review.comparison.CompareEntries;
import io.mokuroku.review.decision.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The fields that can be corrected, each with what it is, how that was chosen and what
 * else was said.
 */
final class FieldRows {

	private static final int ROWS_OF_TEXT = 8;

	private static final int MOST_ROWS_OF_LIST = 8;

	private final AnimeEntry shown;

	private final Map<String, FieldChoice> choices = new HashMap<>();

	private final DecisionForm form;

	private final Map<String, String> corrections;

	private final Map<String, String> faults = new HashMap<>();

	/**
	 * Fields of an entry.
	 * @param shown the entry as it is proposed, or as it is where nothing is
	 * @param form what the reviewer has typed so far
	 */
	FieldRows(AnimeEntry shown, List<FieldChoice> choices, DecisionForm form, List<Fault> faults) {
		this.shown = shown;
		choices.forEach((choice) -> this.choices.put(choice.field(), choice));
		this.form = form;
		this.corrections = form.corrections(shown);
		faults.forEach((fault) -> this.faults.putIfAbsent(nameOf(fault), fault.rule()));
	}

	/** {@code edits.genres.3} is about genres, {@code note} about the note. */
	static String nameOf(Fault fault) {
		String[] path = fault.field().split("\\.", -1);
		return (path.length > 1) ? path[1] : path[0];
	}

	/** The rows of some fields, those that sources disagree about first. */
	List<Map<String, Object>> rows(List<EditableField> fields) {
		List<Map<String, Object>> disputed = new ArrayList<>();
		List<Map<String, Object>> others = new ArrayList<>();
		for (EditableField field : fields) {
			FieldChoice choice = this.choices.get(field.known());
			((choice != null && choice.conflict()) ? disputed : others).add(row(field, choice));
		}
		disputed.addAll(others);
		return disputed;
	}

	private Map<String, Object> row(EditableField field, @Nullable FieldChoice choice) {
		String proposed = field.normal(field.value().apply(this.shown));
		String correction = this.corrections.get(field.name());
		String value = (correction != null) ? correction : proposed;
		Provenance how = CompareEntries.provenanceOf(field.known(), this.shown);
		Map<String, Object> row = new HashMap<>();
		row.put("name", field.name());
		row.put("id", "field-" + field.name());
		row.put("label", field.label());
		row.put("kind", field.kind().word());
		row.put("value", value);
		row.put("proposed", Words.visible(Candidates.words(field, proposed)));
		row.put("conflict", choice != null && choice.conflict());
		row.put("locked", how != null && how.humanLocked());
		row.put("lock", this.form.locks(field.name()));
		row.put("how", (how != null) ? howText(how) : "");
		row.put("candidates", Candidates.rows(field, choice, proposed));
		row.put("hint", hint(field.kind()));
		if (!value.equals(proposed)) {
			row.put("edited", true);
			row.put("was", proposed);
		}
		if (!field.options().isEmpty()) {
			row.put("options", options(field, value));
		}
		long lines = value.lines().count();
		switch (field.kind()) {
			case TEXT -> row.put("rows", ROWS_OF_TEXT);
			case LINES -> row.put("rows", Math.clamp(lines + 1, 2, MOST_ROWS_OF_LIST));
			case LINE, NUMBER, CHOICE, FLAG, SLOT -> {
			}
		}
		String fault = this.faults.get(field.name());
		if (fault != null) {
			row.put("fault", fault);
		}
		return row;
	}

	private static String howText(Provenance how) {
		String others = how.alsoFrom().isEmpty() ? ""
				: " with " + String.join(", ", how.alsoFrom().stream().map(Words::ofSource).toList());
		String note = Objects.requireNonNullElse(how.note(), "");
		return "%s%s · %s · %s sure · %s%s".formatted(Words.ofSource(how.source()), others, Words.ofRule(how.rule()),
				Words.percent(how.confidence()), Words.time(how.at()), note.isEmpty() ? "" : " · " + note);
	}

	private static String hint(EditableField.Kind kind) {
		return switch (kind) {
			case LINES -> "One a line.";
			case SLOT -> "A day and a time, such as FRIDAY 23:30.";
			case LINE, TEXT, NUMBER, CHOICE, FLAG -> "";
		};
	}

	private static List<Map<String, Object>> options(EditableField field, String value) {
		List<Map<String, Object>> options = new ArrayList<>();
		field.options()
			.forEach((each) -> options
				.add(Options.option(each, each.isEmpty() ? "nothing" : Words.ofCode(each), each.equals(value))));
		return options;
	}

}
