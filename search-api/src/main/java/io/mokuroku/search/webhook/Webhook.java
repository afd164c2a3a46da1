package io.mokuroku.search.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to be told of changes.
 *
 * @param id its id
 * @param owner whose token made it
 * @param url where events are posted to
 * @param secret what they are signed with
 * @param adult whether it hears of adult entries
 * @param createdAt since when
 * @param version how often it was written, from 1
 * @param failingSince since when no attempt has succeeded; absent if the last one did
 * @param disabledBecause why it is told nothing any more; absent if it is
 * @param attempts the last attempts, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Webhook(UUID id, String owner, URI url, String secret, boolean adult, Instant createdAt, long version,
		@Nullable Instant failingSince, @Nullable String disabledBecause, List<Attempt> attempts) {

	static final int MOST_ATTEMPTS = 20;

	Webhook {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(owner, "owner");
		Objects.requireNonNull(url, "url");
		Objects.requireNonNull(secret, "secret");
		Objects.requireNonNull(createdAt, "createdAt");
		attempts = List.copyOf(attempts);
	}

	boolean active() {
		return this.disabledBecause == null;
	}

	/**
	 * The same after one more attempt.
	 * @param patience after how long without a success it is told nothing any more
	 */
	Webhook after(Attempt attempt, Duration patience) {
		List<Attempt> last = new ArrayList<>(List.of(attempt));
		this.attempts.stream().limit(MOST_ATTEMPTS - 1L).forEach(last::add);
		if (attempt.succeeded()) {
			return with(null, null, last);
		}
		Instant since = (this.failingSince != null) ? this.failingSince : attempt.at();
		boolean over = !attempt.at().isBefore(since.plus(patience));
		String because = over ? "no attempt has succeeded since %s; the last: %s".formatted(since, attempt.outcome())
				: this.disabledBecause;
		return with(since, because, last);
	}

	/** When the last attempt ended; long ago if there was none. */
	Instant lastTried() {
		return this.attempts.isEmpty() ? Instant.EPOCH
				: this.attempts.getFirst().at().plusMillis(this.attempts.getFirst().tookMillis());
	}

	private Webhook with(@Nullable Instant failing, @Nullable String because, List<Attempt> last) {
		return new Webhook(this.id, this.owner, this.url, this.secret, this.adult, this.createdAt, this.version + 1,
				failing, because, last);
	}

	/** The secret is not for logs. */
	@Override
	public String toString() {
		return "Webhook " + this.id;
	}

	/**
	 * An attempt to bring an event.
	 *
	 * @param at when
	 * @param eventId the event
	 * @param status the HTTP status that came back; absent if none did
	 * @param failure why none came back
	 * @param tookMillis how long it took
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Attempt(Instant at, String eventId, @Nullable Integer status, @Nullable String failure, long tookMillis) {

		boolean succeeded() {
			return this.status != null && this.status / 100 == 2;
		}

		String outcome() {
			return (this.status != null) ? "status " + this.status : String.valueOf(this.failure);
		}

	}

}
