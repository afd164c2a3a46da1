package io.mokuroku.review.loop;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.TaskId;

/**
 * The name of a human loop: the same question asked for the same time has the same name,
 * so that it cannot be asked twice. At most 63 characters, as A2I allows.
 *
 * @param task what is asked
 * @param version the version of the task that is shown
 * @param attempt how often it was asked in this version, from 1
 */
record LoopName(TaskId task, long version, int attempt) {

	private static final Pattern FORM = Pattern.compile("review-([0-9a-f]{32})-([1-9][0-9]{0,17})-([1-9])");

	LoopName {
		Objects.requireNonNull(task, "task");
		if (version < 1 || attempt < 1 || attempt > 9) {
			throw new IllegalArgumentException("Versions are counted from 1, attempts from 1 to 9");
		}
	}

	/** The first loop of a task as it is now. */
	static LoopName of(ReviewTask task) {
		return new LoopName(task.id(), task.version(), 1);
	}

	/** Reads a name; empty if it is not one of ours. */
	static Optional<LoopName> parse(String text) {
		Matcher matcher = FORM.matcher(text);
		return matcher.matches() ? Optional.of(new LoopName(new TaskId(matcher.group(1)),
				Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3)))) : Optional.empty();
	}

	/** The same question asked another time. */
	LoopName attempt(int other) {
		return new LoopName(this.task, this.version, other);
	}

	/** Whether it asks what a task asks now. */
	boolean asks(ReviewTask now) {
		return now.id().equals(this.task) && now.version() == this.version;
	}

	@Override
	public String toString() {
		return "review-%s-%d-%d".formatted(this.task, this.version, this.attempt);
	}

}
