package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.mokuroku.message.EnrichmentTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at regular times that tasks are still being worked on. The timer only starts
 * beats; each is sent on a thread of its own, so that one which hangs keeps no other task
 * waiting. A task has at most one beat on its way.
 */
public final class Heartbeats {

	private static final Logger logger = LoggerFactory.getLogger(Heartbeats.class);

	private final TaskTokens tokens;

	private final ScheduledExecutorService timer;

	private final Executor senders;

	private final Duration every;

	/**
	 * Heartbeats.
	 * @param tokens where they go
	 * @param timer tells when
	 * @param senders sends them
	 * @param every the time between two of a task
	 */
	public Heartbeats(TaskTokens tokens, ScheduledExecutorService timer, Executor senders, Duration every) {
		this.tokens = tokens;
		this.timer = timer;
		this.senders = senders;
		this.every = every;
	}

	/** Beats for a task until what is returned is closed. */
	Beating begin(EnrichmentTask task) {
		AtomicBoolean underWay = new AtomicBoolean();
		ScheduledFuture<?> beats = this.timer.scheduleAtFixedRate(() -> {
			if (underWay.compareAndSet(false, true)) {
				this.senders.execute(() -> beat(task, underWay));
			}
		}, this.every.toMillis(), this.every.toMillis(), TimeUnit.MILLISECONDS);
		return () -> beats.cancel(false);
	}

	private void beat(EnrichmentTask task, AtomicBoolean underWay) {
		try {
			if (!this.tokens.heartbeat(task.taskToken())) {
				logger.info("task lost while worked on task={} execution={}", task.task(), task.execution());
			}
		}
		catch (RuntimeException ex) {
			logger.warn("heartbeat missed task={} execution={} failure={}", task.task(), task.execution(),
					ex.toString());
		}
		finally {
			underWay.set(false);
		}
	}

	/** The heartbeats of one task. */
	@FunctionalInterface
	interface Beating extends AutoCloseable {

		@Override
		void close();

	}

}
