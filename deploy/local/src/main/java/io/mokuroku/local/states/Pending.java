package io.mokuroku.local.states;

import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a strand waits for.
 */
sealed interface Pending {

	/** When it goes on by itself, if it does. */
	default @Nullable Instant due() {
		return null;
	}

	/** Its next state can be entered. */
	record Nothing() implements Pending {
	}

	record Timer(Instant due) implements Pending {
	}

	record Retry(Instant due) implements Pending {
	}

	/**
	 * A task that was scheduled.
	 *
	 * @param id the id of the event that scheduled it
	 * @param sent whether its message is known to have been sent
	 */
	record Answer(long id, String action, JsonNode parameters, @Nullable String token, boolean sent,
			@Nullable Instant timeoutAt, @Nullable Instant heartbeatAt,
			@Nullable Long heartbeatSeconds) implements Pending {

		@Override
		public @Nullable Instant due() {
			return Stream.of(this.timeoutAt, this.heartbeatAt)
				.flatMap(Stream::ofNullable)
				.min(Instant::compareTo)
				.orElse(null);
		}

		Answer asSent() {
			return new Answer(this.id, this.action, this.parameters, this.token, true, this.timeoutAt, this.heartbeatAt,
					this.heartbeatSeconds);
		}

		Answer heardAt(Instant at) {
			Instant next = (this.heartbeatSeconds != null) ? at.plusSeconds(this.heartbeatSeconds) : null;
			return new Answer(this.id, this.action, this.parameters, this.token, this.sent, this.timeoutAt, next,
					this.heartbeatSeconds);
		}

	}

	record Branches(Fork fork) implements Pending {
	}

}
