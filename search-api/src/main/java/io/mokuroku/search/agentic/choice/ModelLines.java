package io.mokuroku.search.agentic.choice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.mokuroku.message.RetryableFailure;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line of models in force: the one that operators have stored, or the configured one.
 * It is read again from time to time; where it cannot be read, what was read last holds.
 * Of what is read and chosen at the same time the later holds: a read is as late as its
 * beginning, a choice as its end.
 */
public final class ModelLines {

	private static final Logger logger = LoggerFactory.getLogger(ModelLines.class);

	private final StoredLine stored;

	private final ModelLine configured;

	private final Duration refresh;

	private final Executor background;

	private final InstantSource clock;

	private final AtomicBoolean reading = new AtomicBoolean();

	/** Counts reads as they begin and choices once they are stored. */
	private final AtomicLong moments = new AtomicLong();

	/** The moment of what is remembered. */
	private long newest;

	private volatile StoredLine.@Nullable Chosen chosen;

	private volatile @Nullable Instant readAt;

	ModelLines(StoredLine stored, ModelLine configured, Duration refresh, Executor background, InstantSource clock) {
		this.stored = stored;
		this.configured = configured;
		this.refresh = refresh;
		this.background = background;
		this.clock = clock;
	}

	/**
	 * Lines that operators can change.
	 * @param configured what holds until they do
	 * @param refresh how often theirs is looked up
	 */
	public static ModelLines stored(DynamoDbClient dynamo, JsonMapper json, Validator validator, ModelLine configured,
			Duration refresh, InstantSource clock) {
		return new ModelLines(new StoredLine(dynamo, json, validator), configured, refresh,
				(task) -> Thread.ofVirtual().name("agentic-models").start(task), clock);
	}

	/**
	 * The line in force. The first caller waits until it was read, at most a second; all
	 * others take what is known.
	 */
	public ModelLine current() {
		Instant last = this.readAt;
		if (last == null) {
			synchronized (this) {
				if (this.readAt == null) {
					read();
				}
			}
		}
		else if (!this.clock.instant().isBefore(last.plus(this.refresh)) && this.reading.compareAndSet(false, true)) {
			this.background.execute(() -> {
				try {
					read();
				}
				finally {
					this.reading.set(false);
				}
			});
		}
		StoredLine.Chosen known = this.chosen;
		return (known != null) ? known.line() : this.configured;
	}

	ModelLine configured() {
		return this.configured;
	}

	/** What operators have stored, read anew. */
	Optional<StoredLine.Chosen> findStored() {
		long begun = this.moments.incrementAndGet();
		Optional<StoredLine.Chosen> found = this.stored.find();
		remember(begun, found.orElse(null));
		return found;
	}

	StoredLine.Chosen choose(ModelLine line, String by) {
		StoredLine.Chosen choice = new StoredLine.Chosen(line, this.clock.instant(), by);
		this.stored.put(choice);
		remember(this.moments.incrementAndGet(), choice);
		return choice;
	}

	/** Goes back to the configured line. */
	void forget() {
		this.stored.remove();
		remember(this.moments.incrementAndGet(), null);
	}

	private void read() {
		try {
			findStored();
		}
		catch (RetryableFailure ex) {
			this.readAt = this.clock.instant();
			logger.warn("agentic models=unread failure={}", ex.toString());
		}
	}

	private synchronized void remember(long moment, StoredLine.@Nullable Chosen now) {
		if (moment < this.newest) {
			return;
		}
		this.newest = moment;
		StoredLine.Chosen before = this.chosen;
		this.chosen = now;
		this.readAt = this.clock.instant();
		if ((now != null) ? !now.equals(before) : before != null) {
			logger.info("agentic models=changed enabled={} first={} by={}",
					((now != null) ? now.line() : this.configured).enabled(),
					((now != null) ? now.line() : this.configured).models().getFirst().id(),
					(now != null) ? now.changedBy() : "configuration");
		}
	}

}
