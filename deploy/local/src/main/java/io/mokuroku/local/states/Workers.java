package io.mokuroku.local.states;

import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads executions are worked on. A task whose journal cannot be written is
 * reported and left: it is taken up again later.
 */
final class Workers implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Workers.class);

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	void submit(Runnable task) {
		try {
			this.threads.execute(() -> {
				try {
					task.run();
				}
				catch (UncheckedIOException ex) {
					logger.error("event=journal-not-written reason={}", ex.toString());
				}
			});
		}
		catch (RejectedExecutionException ex) {
			logger.debug("event=work-after-close");
		}
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
