package io.mokuroku.review.loop;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.Verdict;

/**
 * A page whose form has a control for the decision, one for a note, one for the moment to
 * come back at, and two for fields of the entry.
 */
final class PagesFake implements WorkerPages {

	private int length;

	/** How long the parts of an entry are, in characters. */
	void partsOf(int characters) {
		this.length = characters;
	}

	@Override
	public Map<String, Object> input(ReviewTask task) {
		return Map.of("title", task.subject().title(), "version", task.version(), PARTS, "x".repeat(this.length));
	}

	@Override
	public Submission read(ReviewTask task, Map<String, List<String>> fields, List<Fault> faults) {
		Edits edits = Edits.NONE;
		for (String field : List.of("title", "synopsis")) {
			if (fields.containsKey(field)) {
				edits = edits.and(field, fields.get(field).getFirst());
			}
		}
		Verdict verdict = Verdict.SUPERSEDED;
		try {
			verdict = Verdict.valueOf(fields.getOrDefault("decision", List.of("")).getFirst());
		}
		catch (IllegalArgumentException _) {
			faults.add(new Fault("decision", "must be one of the buttons"));
		}
		String note = fields.containsKey("note") ? fields.get("note").getFirst() : null;
		Instant until = fields.containsKey("until") ? Instant.parse(fields.get("until").getFirst()) : null;
		return new Submission(verdict, Long.parseLong(fields.getOrDefault("version", List.of("1")).getFirst()), null,
				note, null, until, null, edits);
	}

}
