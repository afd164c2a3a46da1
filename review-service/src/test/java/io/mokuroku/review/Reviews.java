package io.mokuroku.review;

import java.time.Instant;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.Subject;
import io.mokuroku.review.task.Verdict;

/**
 * Questions, tasks and decisions to test with.
 */
public final class Reviews {

	/** When questions are asked. */
	public static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");

	/** When they are decided. */
	public static final Instant DECIDED = Instant.parse("2026-11-22T11:30:00Z");

	private Reviews() {
	}

	/** The identity of an anime on MyAnimeList. */
	public static AnimeId anime(int number) {
		return AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#" + number));
	}

	/** A question about an entry; the token is made from the execution. */
	public static ReviewRequested aQuestion(String execution, AnimeId about) {
		return aQuestion(execution, "token-of-" + execution, about);
	}

	/** A question that waits with a token of its own. */
	public static ReviewRequested aQuestion(String execution, String token, AnimeId about) {
		return new ReviewRequested(token, execution, about, List.of("CORE_CONFLICT", "LOW_CONFIDENCE"), 0.62, null);
	}

	/** A task about an entry of which a queue can show nothing. */
	public static ReviewTask asked(ReviewRequested question, Instant at) {
		return ReviewTask.asked(question, Subject.UNKNOWN, at);
	}

	/** A task nobody has decided yet, about an entry of its own. */
	public static ReviewTask anOpenTask(String execution) {
		return asked(aQuestion(execution, anime(1 + Math.floorMod(execution.hashCode(), 1_000_000))), ASKED);
	}

	/** An approval by Ada. */
	public static Decision anApproval() {
		return new Decision(Verdict.APPROVE, "ada", null, DECIDED);
	}

	/** A refusal by Ada, for a reason. */
	public static Decision aRefusal(String reason) {
		return new Decision(Verdict.REJECT, "ada", reason, DECIDED);
	}

	/** A correction of the title by Ada. */
	public static Decision aCorrection(String title) {
		return new Decision(Verdict.APPROVE_WITH_EDITS, "ada", null, Edits.of("title", title), null, null, null,
				DECIDED);
	}

}
