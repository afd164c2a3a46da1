package io.mokuroku.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of the queues a service receives from. SQS tells nobody but CloudWatch
 * how old the oldest message is, so {@value #OLDEST} is a bound from what the service
 * sees: a message that waits was sent after the queue was last empty, and after those
 * that were taken before it, as queues keep roughly to the order. Before the first
 * message is taken it counts from the start of the service. Messages that fail and come
 * back are as old as those that were taken with them; CloudWatch knows exactly.
 */
final class QueueMeters {

	/** How handling a message ended, and how long it took. */
	static final String HANDLED = "mokuroku.queue.handled";

	/** How long messages waited before they were first taken. */
	static final String WAITED = "mokuroku.queue.waited";

	/** How many messages a queue holds. */
	static final String MESSAGES = "mokuroku.queue.messages";

	/** At most how many seconds the oldest message has waited. */
	static final String OLDEST = "mokuroku.queue.oldest";

	private static final List<String> OUTCOMES = List.of("done", "retried", "dead");

	private final MeterRegistry registry;

	private final InstantSource clock;

	private final Map<String, Seen> queues = new ConcurrentHashMap<>();

	QueueMeters(MeterRegistry registry, InstantSource clock) {
		this.registry = registry;
		this.clock = clock;
	}

	/** A message was taken for the first time. */
	void taken(String queue, Instant sent) {
		seen(queue).sentAfter(sent);
		Duration waited = Duration.between(sent, this.clock.instant());
		this.registry.timer(WAITED, "queue", queue).record(waited.isNegative() ? Duration.ZERO : waited);
	}

	/**
	 * A message was dealt with for now.
	 * @param outcome {@code done}, {@code retried} or {@code dead}
	 */
	void handled(String queue, String outcome, Duration took) {
		handledTimer(queue, outcome).record(took);
	}

	private Timer handledTimer(String queue, String outcome) {
		return this.registry.timer(HANDLED, "queue", queue, "outcome", outcome);
	}

	/**
	 * Somebody has looked into the queue.
	 * @param waiting messages that could be taken
	 * @param taken messages that are being handled or hidden after a failure
	 * @param delayed messages that are not shown yet
	 */
	void looked(String queue, int waiting, int taken, int delayed) {
		seen(queue).looked(waiting, taken, delayed, this.clock.instant());
	}

	private Seen seen(String queue) {
		return this.queues.computeIfAbsent(queue, this::watch);
	}

	/**
	 * A sum that first appears with its first increase does not look like an increase, so
	 * every outcome is there from the beginning.
	 */
	private Seen watch(String queue) {
		OUTCOMES.forEach((outcome) -> handledTimer(queue, outcome));
		Seen seen = new Seen(this.clock.instant());
		gauge(queue, "waiting", seen, (each) -> each.waiting);
		gauge(queue, "taken", seen, (each) -> each.taken);
		gauge(queue, "delayed", seen, (each) -> each.delayed);
		Gauge.builder(OLDEST, seen, (each) -> each.oldest(this.clock.instant()).toSeconds())
			.baseUnit("seconds")
			.tag("queue", queue)
			.register(this.registry);
		return seen;
	}

	private void gauge(String queue, String state, Seen seen, ToDoubleFunction<Seen> value) {
		Gauge.builder(MESSAGES, seen, value).tag("queue", queue).tag("state", state).register(this.registry);
	}

	/** What is known of one queue. */
	private static final class Seen {

		private volatile int waiting;

		private volatile int taken;

		private volatile int delayed;

		private final Instant began;

		private @Nullable Instant sentAfter;

		Seen(Instant began) {
			this.began = began;
		}

		synchronized void sentAfter(Instant time) {
			if (this.sentAfter == null || time.isAfter(this.sentAfter)) {
				this.sentAfter = time;
			}
		}

		void looked(int nowWaiting, int nowTaken, int nowDelayed, Instant now) {
			this.waiting = nowWaiting;
			this.taken = nowTaken;
			this.delayed = nowDelayed;
			if (nowWaiting == 0 && nowTaken == 0) {
				sentAfter(now);
			}
		}

		synchronized Duration oldest(Instant now) {
			Instant since = (this.sentAfter != null) ? this.sentAfter : this.began;
			return (this.waiting + this.taken == 0 || now.isBefore(since)) ? Duration.ZERO
					: Duration.between(since, now);
		}

	}

}
