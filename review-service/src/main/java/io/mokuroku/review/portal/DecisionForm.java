package io.mokuroku.review.portal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.Draft;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Rerun;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The form under a task, as it was sent or as it was kept. Fields that say what was
 * proposed when the page was made are no corrections; the page remembers that as digests.
 *
 * @param fields what was typed, by the name of the control
 */
record DecisionForm(Map<String, List<String>> fields) {

	/** Nothing typed. */
	static final DecisionForm EMPTY = new DecisionForm(Map.of());

	private static final String LOCK = "lock";

	DecisionForm {
		fields = Map.copyOf(fields);
	}

	/** What a reviewer has typed before. */
	static DecisionForm kept(@Nullable Draft draft) {
		return (draft != null) ? new DecisionForm(draft.fields()) : EMPTY;
	}

	/** What was typed into a control, null if it was not there. */
	@Nullable String find(String name) {
		List<String> values = this.fields.get(name);
		return (values == null || values.isEmpty()) ? null : values.getFirst();
	}

	String text(String name) {
		String text = find(name);
		return (text != null) ? text.replace("\r\n", "\n").strip() : "";
	}

	boolean locks(String field) {
		return this.fields.getOrDefault(LOCK, List.of()).contains(field);
	}

	/** What the page remembers of the entry it shows. */
	static String base(AnimeEntry proposal) {
		StringBuilder base = new StringBuilder();
		EditableFields.ALL.forEach((field) -> base.append(field.name())
			.append('=')
			.append(digest(field.normal(field.value().apply(proposal))))
			.append(' '));
		return base.append(EditableFields.RELATIONS)
			.append('=')
			.append(digest(RelationRows.of(proposal).text()))
			.toString();
	}

	/**
	 * What is corrected, as text by field.
	 * @param proposal what is proposed now
	 */
	Map<String, String> corrections(AnimeEntry proposal) {
		Map<String, String> base = digests(base(proposal));
		base.putAll(digests(text("base")));
		Map<String, String> corrections = new LinkedHashMap<>();
		for (EditableField field : EditableFields.ALL) {
			String sent = find(field.name());
			if (sent != null) {
				String text = field.normal(sent);
				if (locks(field.name()) || !digest(text).equals(base.get(field.name()))) {
					corrections.put(field.name(), text);
				}
			}
		}
		RelationRows relations = RelationRows.of(this);
		if (relations.wereSent() && !digest(relations.text()).equals(base.get(EditableFields.RELATIONS))) {
			corrections.put(EditableFields.RELATIONS, relations.text());
		}
		RowEditor.ALL.forEach((editor) -> {
			String rows = editor.text(this);
			if (!rows.isEmpty()) {
				corrections.put(editor.name(), rows);
			}
		});
		return corrections;
	}

	/**
	 * What the form says.
	 * @param proposal what is proposed now
	 * @param faults takes what cannot be read
	 */
	Submission submission(@Nullable AnimeEntry proposal, List<Fault> faults) {
		Verdict verdict = verdict(faults);
		Map<String, String> corrections = (proposal != null) ? corrections(proposal) : Map.of();
		Edits edits = (verdict == Verdict.APPROVE_WITH_EDITS) ? edits(corrections, faults) : Edits.NONE;
		if (verdict == Verdict.APPROVE && !corrections.isEmpty()) {
			faults.add(new Fault("decision", "would lose what you corrected (%s): approve with your edits, or undo them"
				.formatted(labels(corrections))));
		}
		Long entryVersion = text("entryVersion").isEmpty() ? null : number("entryVersion", faults);
		return new Submission(verdict, number("version", faults), entryVersion, text("note"),
				(verdict == Verdict.REQUEST_RERUN) ? stage(faults) : null,
				(verdict == Verdict.DEFER) ? until(faults) : null,
				(verdict == Verdict.MERGE || verdict == Verdict.KEEP_SEPARATE) ? other(faults) : null, edits);
	}

	private Edits edits(Map<String, String> corrections, List<Fault> faults) {
		Map<String, @Nullable Object> values = new HashMap<>();
		corrections.forEach((name, text) -> EditableFields.find(name)
			.ifPresentOrElse((field) -> values.put(name, value(field, text, faults)),
					() -> values.put(name, rows(name))));
		return new Edits(values);
	}

	private List<?> rows(String name) {
		return RowEditor.find(name)
			.<List<?>>map((editor) -> editor.json(this))
			.orElseGet(() -> RelationRows.of(this).json());
	}

	private static @Nullable Object value(EditableField field, String text, List<Fault> faults) {
		Object value = field.json(text);
		if (value == null && !field.mayBeEmpty()) {
			faults.add(new Fault("edits." + field.name(), "must not be blank"));
		}
		if (field.kind() == EditableField.Kind.NUMBER && value instanceof String) {
			faults.add(new Fault("edits." + field.name(), "must be a whole number"));
		}
		return value;
	}

	private Verdict verdict(List<Fault> faults) {
		String decision = find("decision");
		return Stream.of(Verdict.values())
			.filter((verdict) -> verdict.name().equals(decision) && verdict != Verdict.SUPERSEDED)
			.findFirst()
			.orElseGet(() -> {
				faults.add(new Fault("decision", "must be one of the buttons"));
				return Verdict.SUPERSEDED;
			});
	}

	private Rerun stage(List<Fault> faults) {
		return Stream.of(Rerun.values())
			.filter((stage) -> stage.name().equals(text("stage")))
			.findFirst()
			.orElseGet(() -> {
				faults.add(new Fault("stage", "must be one of the list"));
				return Rerun.FETCH;
			});
	}

	private @Nullable Instant until(List<Fault> faults) {
		try {
			return LocalDateTime.parse(text("until")).toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException _) {
			faults.add(new Fault("until", "must be a day and a time"));
			return null;
		}
	}

	private @Nullable AnimeId other(List<Fault> faults) {
		try {
			return AnimeId.of(text("other"));
		}
		catch (IllegalArgumentException _) {
			faults.add(new Fault("other", "must be the id of an entry"));
			return null;
		}
	}

	private long number(String name, List<Fault> faults) {
		String text = text(name);
		if (text.matches("[0-9]{1,15}")) {
			return Long.parseLong(text);
		}
		faults.add(new Fault(name, "must be a whole number"));
		return 0;
	}

	private static String labels(Map<String, String> corrections) {
		List<String> labels = new ArrayList<>();
		corrections.keySet().forEach((name) -> labels.add(EditableFields.nameFor(name)));
		return String.join(", ", labels);
	}

	private static Map<String, String> digests(String base) {
		Map<String, String> digests = new HashMap<>();
		Arrays.stream(base.split(" ", -1))
			.map((pair) -> pair.split("=", 2))
			.filter((halves) -> halves.length == 2)
			.forEach((halves) -> digests.put(halves[0], halves[1]));
		return digests;
	}

	private static String digest(String text) {
		return Integer.toHexString(text.hashCode());
	}

}
