package io.mokuroku.episodes.schedules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does things side by side, some at a time.
 */
final class Workers {

	private final int atOnce;

	/**
	 * Workers.
	 * @param atOnce how many, from 1
	 */
	Workers(int atOnce) {
		this.atOnce = atOnce;
	}

	/**
	 * Does one thing for each.
	 * @throws RuntimeException what the first of them that failed threw, after all others
	 * were done
	 * @throws CancellationException if the thread is interrupted; what has not begun by
	 * then is not done
	 */
	<T> void each(Collection<T> all, Consumer<T> work) {
		List<Future<?>> done = new ArrayList<>();
		try (ExecutorService executor = Executors.newFixedThreadPool(this.atOnce,
				Thread.ofVirtual().name("schedules-", 0).factory())) {
			all.forEach((one) -> done.add(executor.submit(() -> work.accept(one))));
			try {
				for (Future<?> one : done) {
					one.get();
				}
			}
			catch (InterruptedException ex) {
				executor.shutdownNow();
				Thread.currentThread().interrupt();
				throw new CancellationException("Planning was stopped");
			}
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
	}

}
