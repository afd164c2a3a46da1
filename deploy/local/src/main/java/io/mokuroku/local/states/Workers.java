package io.mokuroku.local.states;

import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads executions are worked on. A task whose journal cannot be written is
 * reported and left: it is taken up again later.
 */
final class Workers implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Workers.class);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	/** How many tasks were submitted. */
	private final AtomicLong begun = new AtomicLong();

	/** How many of them are done. */
	private final AtomicLong done = new AtomicLong();

	void submit(Runnable task) {
		this.begun.incrementAndGet();
		try {
			this.threads.execute(() -> {
				try {
					task.run();
				}
				catch (UncheckedIOException ex) {
					logger.error("event=journal-not-written reason={}", ex.toString());
				}
				finally {
					this.done.incrementAndGet();
				}
			});
		}
		catch (RejectedExecutionException ex) {
			this.done.incrementAndGet();
			logger.debug("event=work-after-close");
		}
	}

	/** How many tasks were submitted so far. */
	long begun() {
		return this.begun.get();
	}

	/** Whether every task is done that was submitted so far. */
	boolean areIdle() {
		return this.done.get() >= this.begun.get();
	}

	/** Whether no new work is taken any more. */
	boolean areClosed() {
		return this.threads.isShutdown();
	}

	/** Takes no more work and waits until what was begun is done. */
	@Override
	public void close() {
		this.threads.close();
	}

}
