package io.mokuroku.review.decision;

import java.util.ArrayList;
import java.util.List;

import io.mokuroku.review.task.Edits;
import org.jspecify.annotations.Nullable;

/**
 * The rules of submissions. A note is up to 2,000 characters long and needed for a
 * refusal; titles have 1 to 500 characters, a synopsis has 1 to 10,000; episodes count
 * from 1 to 9,999. Control characters are refused, line breaks are fine in long texts.
 */
public final class CheckSubmission {

	static final int LONGEST_NOTE = 2_000;

	static final int LONGEST_TITLE = 500;

	static final int LONGEST_SYNOPSIS = 10_000;

	static final int MOST_EPISODES = 9_999;

	private CheckSubmission() {
	}

	/** Every rule that is broken; none if the submission is fine. */
	public static List<Fault> check(Submission submission) {
		List<Fault> faults = new ArrayList<>();
		checkText("note", submission.note(), LONGEST_NOTE, true, faults);
		switch (submission.verdict()) {
			case APPROVE -> {
				if (!submission.edits().isNone()) {
					faults.add(new Fault("edits", "belong to APPROVE_WITH_EDITS"));
				}
			}
			case APPROVE_WITH_EDITS -> checkEdits(submission.edits(), faults);
			case REJECT -> {
				if (submission.note() == null) {
					faults.add(new Fault("note", "must give the reason"));
				}
				if (!submission.edits().isNone()) {
					faults.add(new Fault("edits", "belong to APPROVE_WITH_EDITS"));
				}
			}
			case SUPERSEDED -> faults.add(new Fault("decision", "must be APPROVE, APPROVE_WITH_EDITS or REJECT"));
		}
		return faults;
	}

	private static void checkEdits(Edits edits, List<Fault> faults) {
		if (edits.isNone()) {
			faults.add(new Fault("edits", "must correct something"));
		}
		checkText("edits.title", edits.title(), LONGEST_TITLE, false, faults);
		checkText("edits.englishTitle", edits.englishTitle(), LONGEST_TITLE, false, faults);
		checkText("edits.synopsis", edits.synopsis(), LONGEST_SYNOPSIS, true, faults);
		Integer episodes = edits.episodes();
		if (episodes != null && (episodes < 1 || episodes > MOST_EPISODES)) {
			faults.add(new Fault("edits.episodes", "must lie between 1 and " + MOST_EPISODES));
		}
	}

	private static void checkText(String field, @Nullable String text, int longest, boolean mayBreakLines,
			List<Fault> faults) {
		if (text == null) {
			return;
		}
		if (text.isBlank()) {
			faults.add(new Fault(field, "must not be blank"));
		}
		if (text.length() > longest) {
			faults.add(new Fault(field, "must not be longer than " + longest + " characters"));
		}
		if (text.chars().anyMatch((unit) -> Character.isISOControl(unit) && !(mayBreakLines && isBreak(unit)))) {
			faults.add(new Fault(field, "must not contain control characters"));
		}
	}

	private static boolean isBreak(int unit) {
		return unit == '\n' || unit == '\r' || unit == '\t';
	}

}
