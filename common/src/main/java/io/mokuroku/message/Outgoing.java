package io.mokuroku.message;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way.
 *
 * @param message what is sent
 * @param traceparent the trace it belongs to, in W3C form
 * @param delay how long it stays hidden, at most 15 minutes
 */
public record Outgoing(QueueMessage message, @Nullable String traceparent, Duration delay) {

	public Outgoing {
		Objects.requireNonNull(message, "message");
		if (delay.isNegative() || delay.compareTo(Duration.ofMinutes(15)) > 0) {
			throw new IllegalArgumentException("A message can be delayed by 0 to 15 minutes");
		}
	}

	/** A message that is visible at once. */
	public static Outgoing of(QueueMessage message, @Nullable String traceparent) {
		return new Outgoing(message, traceparent, Duration.ZERO);
	}

}
