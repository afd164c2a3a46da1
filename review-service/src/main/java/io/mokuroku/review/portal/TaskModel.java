package io.mokuroku.review.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.review.comparison.FieldDifference;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.desk.Evidence;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.task.Claim;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.Draft;
import io.mokuroku.review.task.Rerun;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a review shows.
 *
 * @param review the task, the entry and what is proposed
 * @param evidence what lies beside the entry
 * @param reader who looks
 * @param now when
 */
record TaskModel(ReviewCase review, Evidence evidence, Reader reader, Instant now) {

	/** The page as it is opened. */
	Map<String, Object> opened(@Nullable Draft draft) {
		return page(DecisionForm.kept(draft), draft, List.of(), null);
	}

	/** The page after a form was refused. */
	Map<String, Object> again(DecisionForm form, @Nullable Draft draft, List<Fault> faults, String message,
			boolean stale) {
		Map<String, Object> model = page(form, draft, faults, message);
		AnimeEntry proposal = this.review.proposal();
		if (stale && proposal != null) {
			model.put("clashes", clashes(form, proposal));
		}
		return model;
	}

	private Map<String, Object> page(DecisionForm form, @Nullable Draft draft, List<Fault> faults,
			@Nullable String message) {
		ReviewTask task = this.review.task();
		Map<String, Object> model = QueueModel.row(this.review, this.reader.name(), this.now);
		model.putAll(TaskHeader.of(this.review, this.now));
		AnimeEntry proposal = this.review.proposal();
		AnimeEntry live = this.review.live();
		model.put("heading", model.get("title"));
		model.put("animeId", task.animeId().toString());
		model.put("state", Words.ofCode(task.state().name()).toLowerCase(Locale.ROOT));
		boolean deciding = task.state() == TaskState.OPEN && this.reader.mayDecide();
		boolean editable = deciding && proposal != null;
		model.put("deciding", deciding);
		model.put("editable", editable);
		model.put("version", task.version());
		model.put("changes", changes());
		model.put("hasProposal", proposal != null);
		model.put("faults", faults.stream().map(TaskModel::fault).toList());
		faults.stream()
			.filter((fault) -> FieldRows.nameOf(fault).equals(EditableFields.RELATIONS))
			.findFirst()
			.ifPresent((fault) -> model.put("relationsFault", fault.rule()));
		model.put("clashes", List.of());
		model.put("claim", claim(task));
		model.put("draft", draft(draft, task));
		model.put("form", form(form, faults));
		if (message != null) {
			model.put("message", message);
		}
		if (task.decision() != null) {
			model.put("outcome", outcome(task, task.decision()));
		}
		if (live != null) {
			model.put("entryVersion", live.revision().version());
		}
		AnimeEntry shown = (proposal != null) ? proposal : live;
		if (shown == null) {
			model.put("tabs", List.of(TaskTabs.history(this.review.audit())));
			return model;
		}
		model.put("base", DecisionForm.base(shown));
		FieldRows fields = new FieldRows(shown, this.evidence.choices(), form, faults);
		model.put("tabs", new TaskTabs(shown, this.evidence, fields, editable ? form : null, faults)
			.tabs(this.review.audit(), (proposal != null) ? RawModel.links(task.id(), proposal) : List.of()));
		return model;
	}

	private List<Map<String, Object>> changes() {
		return this.review.differences().stream().filter(FieldDifference::isChange).map((difference) -> {
			Map<String, Object> row = new HashMap<>();
			row.put("label", EditableFields.labelOf(difference.field()));
			if (difference.live() != null) {
				row.put("live", words(difference.field(), difference.live()));
			}
			if (difference.proposed() != null) {
				row.put("proposed", words(difference.field(), difference.proposed()));
			}
			return row;
		}).toList();
	}

	private static String words(String known, String text) {
		return EditableFields.ALL.stream()
			.filter((field) -> field.known().equals(known) && field.kind() == EditableField.Kind.CHOICE)
			.findFirst()
			.map((_) -> Words.ofCode(text))
			.orElseGet(() -> Words.visible(text));
	}

	private static List<Map<String, String>> clashes(DecisionForm form, AnimeEntry proposal) {
		List<Map<String, String>> clashes = new ArrayList<>();
		Map<String, String> corrections = form.corrections(proposal);
		corrections.forEach((name, yours) -> EditableFields.find(name)
			.ifPresent((field) -> clashes.add(Map.of("label", field.label(), "now",
					Words.visible(Candidates.words(field, field.normal(field.value().apply(proposal)))), "yours",
					Words.visible(Candidates.words(field, yours))))));
		String relations = corrections.get(EditableFields.RELATIONS);
		if (relations != null) {
			clashes.add(Map.of("label", EditableFields.nameFor(EditableFields.RELATIONS), "now",
					Words.visible(RelationRows.of(proposal).text()), "yours", Words.visible(relations)));
		}
		return clashes;
	}

	private static Map<String, String> fault(Fault fault) {
		String name = FieldRows.nameOf(fault);
		Map<String, String> row = new HashMap<>(Map.of("label", EditableFields.nameFor(name), "rule",
				RowEditor.find(name).isPresent() ? RowEditor.inRow(fault) : fault.rule()));
		if (!name.equals("decision") && !name.equals("version") && !name.equals("edits")) {
			row.put("target", "field-" + name);
		}
		return row;
	}

	private Map<String, Object> claim(ReviewTask task) {
		Claim claim = task.liveClaim(this.now).orElse(null);
		if (claim == null) {
			return Map.of("text", "Nobody works on this yet.", "mine", false, "other", false);
		}
		boolean mine = claim.reviewer().equals(this.reader.name());
		String until = " until " + Words.time(claim.until()) + ".";
		return Map.of("text", mine ? "You work on this" + until : claim.reviewer() + " works on this" + until, "mine",
				mine, "other", !mine);
	}

	private static Map<String, Object> draft(@Nullable Draft draft, ReviewTask task) {
		return (draft == null) ? Map.of("revision", 0) : Map.of("revision", draft.revision(), "at",
				Words.time(draft.at()), "old", draft.taskVersion() != task.version());
	}

	private static Map<String, Object> form(DecisionForm form, List<Fault> faults) {
		Map<String, Object> model = new HashMap<>();
		for (String name : List.of("note", "until", "other")) {
			model.put(name, form.text(name));
			faults.stream()
				.filter((fault) -> fault.field().equals(name))
				.findFirst()
				.ifPresent((fault) -> model.put(name + "Fault", fault.rule()));
		}
		model.put("stages", Options.of(Rerun.values(), null, form.text("stage")));
		model.put("otherOpen", model.containsKey("untilFault") || model.containsKey("otherFault"));
		return model;
	}

	private static Map<String, String> outcome(ReviewTask task, Decision decision) {
		String title = switch (decision.verdict()) {
			case APPROVE, APPROVE_WITH_EDITS -> "Approved.";
			case REQUEST_RERUN -> "To be made anew.";
			case REJECT -> "Rejected.";
			case DEFER -> "Put off.";
			case MERGE -> "To be merged.";
			case KEEP_SEPARATE -> "Kept apart.";
			case SUPERSEDED -> "Replaced.";
		};
		String text = switch (task.state()) {
			case OPEN -> "Then the question was asked again; this is what was decided before.";
			case DEFERRED -> "The question comes back at "
					+ Words.time(Objects.requireNonNullElse(decision.until(), decision.at())) + ".";
			case DECIDED ->
				"The decision is recorded. The workflow could not be told yet; that is tried again by itself.";
			case DELIVERED -> "The workflow knows it and goes on.";
			case EXPIRED -> "But it changes nothing, the workflow did not take it: " + task.last().what() + ".";
		};
		return Map.of("title", title, "text", text);
	}

	/**
	 * Who looks at a page.
	 *
	 * @param name their id
	 * @param mayDecide whether they may do more than look
	 */
	record Reader(String name, boolean mayDecide) {
	}

}
