package io.mokuroku.review.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.ReviewRequested;
import org.jspecify.annotations.Nullable;

/**
 * A question to people about one entry.
 *
 * @param id derived from the execution
 * @param animeId the entry
 * @param subject what a queue shows of it
 * @param asker the execution that waits
 * @param reasons why people are asked, as codes
 * @param confidence how sure the workflow is of its proposal, from 0 to 1
 * @param state how far it has come
 * @param priority how pressing it is
 * @param escalations how often nobody decided in time, or no answer counted
 * @param claim who works on it; it may be over
 * @param queuedAt when it was asked first
 * @param version from 1, one more with every change of what is asked or answered; claims
 * leave it
 * @param revision from 1, one more with every change of any kind
 * @param decision what was decided
 * @param history the decisions before, each of which led to its being asked again
 * @param last what happened last; all that happened is in the audit trail
 */
public record ReviewTask(TaskId id, AnimeId animeId, Subject subject, Asker asker, List<String> reasons,
		double confidence, TaskState state, Priority priority, int escalations, @Nullable Claim claim, Instant queuedAt,
		long version, long revision, @Nullable Decision decision, List<Decision> history, AuditLine last) {

	/** Who does what no person does. */
	public static final String SYSTEM = "review-service";

	/** The reason that comes first where nobody decided in time. */
	public static final String OVERDUE = "OVERDUE";

	public ReviewTask {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(subject, "subject");
		Objects.requireNonNull(asker, "asker");
		Objects.requireNonNull(state, "state");
		Objects.requireNonNull(priority, "priority");
		Objects.requireNonNull(queuedAt, "queuedAt");
		Objects.requireNonNull(last, "last");
		reasons = List.copyOf(reasons);
		history = List.copyOf(history);
		boolean decided = switch (state) {
			case DECIDED, DEFERRED, DELIVERED -> true;
			case OPEN, EXPIRED -> false;
		};
		if (decided && decision == null) {
			throw new IllegalArgumentException("What is " + state + " has a decision");
		}
	}

	/** The task a request asks for. */
	public static ReviewTask asked(ReviewRequested request, Subject subject, Instant now) {
		Asker asker = new Asker(request.execution(), request.taskToken(), List.of(), request.askedAt());
		boolean overdue = request.reasons().contains(OVERDUE);
		return new ReviewTask(TaskId.ofExecution(request.execution()), request.animeId(), subject, asker,
				request.reasons(), request.confidence(), TaskState.OPEN,
				overdue ? subject.priority().raised() : subject.priority(), overdue ? 1 : 0, null, now, 1, 1, null,
				List.of(), new AuditLine(now, SYSTEM, "asked by " + request.execution()));
	}

	/** The execution that waits. */
	public String execution() {
		return this.asker.execution();
	}

	/** What it waits for. */
	public String taskToken() {
		return this.asker.token();
	}

	/** Whether a token belongs or belonged to this task. */
	public boolean knows(String token) {
		return this.asker.knows(token);
	}

	/** Who works on it now. */
	public Optional<Claim> liveClaim(Instant now) {
		return Optional.ofNullable(this.claim).filter((held) -> held.isLive(now));
	}

	/** Whether somebody else works on it now. */
	public boolean isHeldFrom(String reviewer, Instant now) {
		return liveClaim(now).filter((held) -> !held.reviewer().equals(reviewer)).isPresent();
	}

	/** How often it was decided in one way before it was asked again. */
	public long decidedBefore(Verdict verdict) {
		return this.history.stream().filter((before) -> before.verdict() == verdict).count();
	}

	/**
	 * The next state when it is asked again, by an execution with another token. A
	 * decision that was not delivered stays and is delivered with the new token; anything
	 * else is open again, more pressing if nobody had decided in time.
	 */
	public ReviewTask askedAgain(ReviewRequested request, Instant at) {
		boolean undelivered = this.state == TaskState.DECIDED;
		boolean overdue = request.reasons().contains(OVERDUE);
		return changed(new AuditLine(at, SYSTEM, overdue ? "asked again, more pressing: nobody decided in time"
				: "asked again because of " + String.join(", ", request.reasons())), (next) -> {
					next.asker = this.asker.waitingFor(request.taskToken(), request.askedAt());
					next.reasons = request.reasons();
					next.confidence = request.confidence();
					if (overdue) {
						next.escalations++;
						next.priority = next.priority.raised();
					}
					if (!undelivered) {
						next.open();
					}
				});
	}

	/**
	 * The same question, for a lead in the portal: those who were asked gave no answer
	 * that counts.
	 * @param code becomes the first reason
	 */
	public ReviewTask escalated(String code, String why, Instant now) {
		return changed(new AuditLine(now, SYSTEM, "handed to a lead: " + why), (next) -> {
			next.reasons = new ArrayList<>(this.reasons);
			next.reasons.addFirst(code);
			next.priority = this.priority.raised();
			next.escalations++;
		});
	}

	/**
	 * A new task in the place of another about the same entry: it has waited as long and
	 * is as pressing.
	 */
	public ReviewTask inPlaceOf(ReviewTask other) {
		boolean more = this.priority.compareTo(other.priority) >= 0;
		Instant since = other.queuedAt.isBefore(this.queuedAt) ? other.queuedAt : this.queuedAt;
		return new ReviewTask(this.id, this.animeId, this.subject, this.asker, this.reasons, this.confidence,
				this.state, more ? this.priority : other.priority, Math.max(this.escalations, other.escalations),
				this.claim, since, this.version, this.revision, this.decision, this.history, this.last);
	}

	/** Whether its execution began to wait after a moment. */
	public boolean isAskedAfter(@Nullable Instant moment) {
		Instant since = this.asker.askedAt();
		return moment != null && since != null && since.isAfter(moment);
	}

	/** When its execution began to wait, or people were asked where it did not say. */
	public Instant lastAsked() {
		Instant since = this.asker.askedAt();
		return (since != null) ? since : this.queuedAt;
	}

	/** The next state when it has been decided. */
	public ReviewTask decided(Decision taken) {
		return changed(new AuditLine(taken.at(), taken.reviewer(), taken.inWords(), taken), (next) -> {
			next.state = TaskState.DECIDED;
			next.decision = taken;
			next.claim = null;
		});
	}

	/**
	 * The next state when the workflow knows the decision, or what was decided is done.
	 */
	public ReviewTask delivered(Instant now) {
		boolean deferred = this.decision != null && this.decision.verdict() == Verdict.DEFER;
		return changed(new AuditLine(now, SYSTEM, "delivered"),
				(next) -> next.state = deferred ? TaskState.DEFERRED : TaskState.DELIVERED);
	}

	/** The next state when the workflow no longer waits, or never takes the decision. */
	public ReviewTask expired(Instant now, String why) {
		return changed(new AuditLine(now, SYSTEM, why), (next) -> {
			next.state = TaskState.EXPIRED;
			next.claim = null;
		});
	}

	/** The same question with somebody working on it. */
	public ReviewTask claimed(Claim by, Instant now) {
		return noted(new AuditLine(now, by.reviewer(), "claimed until " + by.until()), (next) -> next.claim = by);
	}

	/** The same question with nobody working on it. */
	public ReviewTask released(String who, Instant now) {
		return noted(new AuditLine(now, who, "released"), (next) -> next.claim = null);
	}

	private ReviewTask changed(AuditLine line, Consumer<TaskChange> change) {
		return noted(line, change.andThen((next) -> next.version++));
	}

	private ReviewTask noted(AuditLine line, Consumer<TaskChange> change) {
		TaskChange next = new TaskChange(this);
		change.accept(next);
		return next.task(line);
	}

	/** Whether people are asked. */
	@JsonIgnore
	public boolean isOpen() {
		return this.state == TaskState.OPEN;
	}

}
