package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.Outgoing;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.recurring.RepeatedWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Moves committed rows from the outbox to their queue: at once, in the background, in
 * batches; and what was left behind by a crash or a full buffer, by sweeping. The counter
 * {@value #ROWS} tells how many rows went either way.
 */
public final class OutboxRelay implements SmartLifecycle {

	static final String ROWS = "mokuroku.outbox.rows";

	private static final Logger logger = LoggerFactory.getLogger(OutboxRelay.class);

	private static final int MOST_PER_BATCH = 10;

	private static final int MOST_PER_READ = 100;

	/** Younger rows are left to the writer that has just committed them. */
	private static final Duration SWEEP_AGE = Duration.ofSeconds(10);

	private final Outbox outbox;

	private final MessageSender sender;

	private final InstantSource clock;

	private final BlockingQueue<OutboxRow> fresh = new ArrayBlockingQueue<>(1_000);

	private final Counter atOnce;

	private final Counter swept;

	private final Counter left;

	private final RepeatedWork sweeping;

	private volatile @Nullable Thread worker;

	OutboxRelay(Outbox outbox, MessageSender sender, InstantSource clock, Duration sweepEvery, MeterRegistry meters) {
		this.outbox = outbox;
		this.sender = sender;
		this.clock = clock;
		this.atOnce = meters.counter(ROWS, "way", "at_once");
		this.swept = meters.counter(ROWS, "way", "swept");
		this.left = meters.counter(ROWS, "way", "left");
		this.sweeping = new RepeatedWork("outbox-sweep", this::sweep, sweepEvery);
	}

	/** Sends a row soon. If there is no room or no time left, the sweeper does. */
	public void offer(OutboxRow row) {
		this.fresh.offer(row);
	}

	/**
	 * Sends what has been waiting for longer than its writer should have needed.
	 * @return how many rows were sent
	 */
	public int sweep() {
		int sent = 0;
		Instant old = this.clock.instant().minus(SWEEP_AGE);
		for (String shard : Outbox.SHARDS) {
			List<OutboxRow> rows = this.outbox.olderThan(shard, old, null, MOST_PER_READ);
			while (!rows.isEmpty()) {
				int gone = publish(rows);
				this.swept.increment(gone);
				sent += gone;
				rows = this.outbox.olderThan(shard, old, rows.getLast(), MOST_PER_READ);
			}
		}
		if (sent > 0) {
			logger.info("outbox swept rows={}", sent);
		}
		return sent;
	}

	@Override
	public void start() {
		Thread started = Thread.ofVirtual().name("outbox").unstarted(this::deliver);
		this.worker = started;
		started.start();
		this.sweeping.start();
	}

	@Override
	public void stop() {
		this.sweeping.stop();
		Thread started = this.worker;
		this.worker = null;
		if (started != null) {
			started.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.worker != null;
	}

	private void deliver() {
		List<OutboxRow> batch = new ArrayList<>();
		while (Thread.currentThread() == this.worker) {
			batch.clear();
			try {
				batch.add(this.fresh.take());
				this.fresh.drainTo(batch, MOST_PER_BATCH - 1);
				this.atOnce.increment(publish(batch));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("outbox rows left to the sweeper rows={} failure={}", batch.size(), ex.toString());
			}
		}
	}

	/**
	 * Sends rows. One that can never be sent stays where it is and keeps no other back.
	 * @return how many were sent
	 */
	private int publish(List<OutboxRow> rows) {
		try {
			this.sender.sendAll(rows.stream().map((row) -> Outgoing.of(row.message(), row.traceparent())).toList());
			this.outbox.remove(rows);
			return rows.size();
		}
		catch (PermanentFailure ex) {
			if (rows.size() > 1) {
				return rows.stream().mapToInt((row) -> publish(List.of(row))).sum();
			}
			this.left.increment();
			logger.error("outbox row stays row={} code={} reason={}", rows.getFirst().rowId(), ex.code(),
					ex.getMessage());
			return 0;
		}
		catch (RuntimeException ex) {
			this.left.increment(rows.size());
			throw ex;
		}
	}

}
