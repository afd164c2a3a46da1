package io.mokuroku.review.task;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mokuroku.digest.Sha256;

/**
 * The identity of a review: the same execution always asks within the same one.
 *
 * @param value 32 lower-case hexadecimal digits
 */
public record TaskId(String value) {

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

	@JsonCreator
	public TaskId {
		if (!FORM.matcher(value).matches()) {
			throw new IllegalArgumentException("Not a task id");
		}
	}

	/** The review an execution asks for. */
	public static TaskId ofExecution(String execution) {
		return new TaskId(Sha256.beginning(Sha256.of("review:" + execution), 16));
	}

	/** Reads a task id from an address. */
	public static Optional<TaskId> parse(String text) {
		return FORM.matcher(text).matches() ? Optional.of(new TaskId(text)) : Optional.empty();
	}

	@JsonValue
	@Override
	public String toString() {
		return this.value;
	}

}
