package io.mokuroku.review.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.ReviewRequested;
import org.jspecify.annotations.Nullable;

/**
 * A question to people about one entry.
 *
 * @param id derived from the execution
 * @param animeId the entry
 * @param execution the execution that asks
 * @param taskToken what that execution waits for
 * @param formerTokens what it waited for before it asked again
 * @param reasons why people are asked, as codes
 * @param confidence how sure the workflow is of its proposal, from 0 to 1
 * @param state how far it has come
 * @param queuedAt when it was asked first
 * @param version from 1, one more with every change
 * @param decision what was decided
 * @param audit what happened, the earliest first; lines are only ever added
 */
public record ReviewTask(TaskId id, AnimeId animeId, String execution, String taskToken, List<String> formerTokens,
		List<String> reasons, double confidence, TaskState state, Instant queuedAt, long version,
		@Nullable Decision decision, List<AuditLine> audit) {

	/** Who does what no person does. */
	public static final String SYSTEM = "review-service";

	public ReviewTask {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(execution, "execution");
		Objects.requireNonNull(taskToken, "taskToken");
		Objects.requireNonNull(state, "state");
		Objects.requireNonNull(queuedAt, "queuedAt");
		formerTokens = List.copyOf(formerTokens);
		reasons = List.copyOf(reasons);
		audit = List.copyOf(audit);
		if ((state == TaskState.DECIDED || state == TaskState.DELIVERED) && decision == null) {
			throw new IllegalArgumentException("What is " + state + " has a decision");
		}
	}

	/** The task a request asks for. */
	public static ReviewTask asked(ReviewRequested request, Instant now) {
		return new ReviewTask(TaskId.ofExecution(request.execution()), request.animeId(), request.execution(),
				request.taskToken(), List.of(), request.reasons(), request.confidence(), TaskState.OPEN, now, 1, null,
				List.of(new AuditLine(now, SYSTEM, "asked by " + request.execution())));
	}

	/** Whether a token belongs or belonged to this task. */
	public boolean knows(String token) {
		return this.taskToken.equals(token) || this.formerTokens.contains(token);
	}

	/**
	 * The next state when the execution asks again with another token. A decision that
	 * was not delivered stays and is delivered with the new token; anything else is open
	 * again.
	 */
	public ReviewTask askedAgain(ReviewRequested request, Instant now) {
		List<String> former = new ArrayList<>(this.formerTokens);
		former.add(this.taskToken);
		boolean undelivered = this.state == TaskState.DECIDED;
		return new ReviewTask(this.id, this.animeId, this.execution, request.taskToken(), former, request.reasons(),
				request.confidence(), undelivered ? TaskState.DECIDED : TaskState.OPEN, this.queuedAt, this.version + 1,
				undelivered ? this.decision : null,
				with(new AuditLine(now, SYSTEM, "asked again by " + this.execution)));
	}

	/** The next state when it has been decided. */
	public ReviewTask decided(Decision taken) {
		String what = taken.verdict() + ((taken.note() != null) ? ": " + taken.note() : "");
		return changed(TaskState.DECIDED, taken, new AuditLine(taken.at(), taken.reviewer(), what));
	}

	/** The next state when the workflow knows the decision. */
	public ReviewTask delivered(Instant now) {
		return changed(TaskState.DELIVERED, this.decision, new AuditLine(now, SYSTEM, "delivered"));
	}

	/** The next state when the workflow no longer waits. */
	public ReviewTask expired(Instant now, String why) {
		return changed(TaskState.EXPIRED, this.decision, new AuditLine(now, SYSTEM, why));
	}

	private ReviewTask changed(TaskState next, @Nullable Decision taken, AuditLine line) {
		return new ReviewTask(this.id, this.animeId, this.execution, this.taskToken, this.formerTokens, this.reasons,
				this.confidence, next, this.queuedAt, this.version + 1, taken, with(line));
	}

	private List<AuditLine> with(AuditLine line) {
		List<AuditLine> lines = new ArrayList<>(this.audit);
		lines.add(line);
		return lines;
	}

}
