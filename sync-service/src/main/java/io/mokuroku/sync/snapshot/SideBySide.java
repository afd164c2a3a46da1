package io.mokuroku.sync.snapshot;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;

/**
 * Does the same to many things, a few at once. After the first failure nothing new is
 * begun and what is under way is interrupted.
 */
final class SideBySide {

	private SideBySide() {
	}

	static <T> void each(int parallelism, List<T> all, Step<T> step) throws SnapshotUnusable, InterruptedException {
		try (ExecutorService pool = Executors.newFixedThreadPool(parallelism,
				Thread.ofPlatform().name("snapshot-", 0).factory())) {
			try {
				CompletionService<T> steps = new ExecutorCompletionService<>(pool);
				for (T one : all) {
					steps.submit(() -> {
						step.with(one);
						return one;
					});
				}
				for (int ended = 0; ended < all.size(); ended++) {
					steps.take().get();
				}
			}
			catch (ExecutionException ex) {
				throw failure(ex.getCause());
			}
			finally {
				pool.shutdownNow();
			}
		}
	}

	private static RuntimeException failure(@Nullable Throwable cause) throws SnapshotUnusable, InterruptedException {
		if (cause instanceof SnapshotUnusable unusable) {
			throw unusable;
		}
		if (cause instanceof InterruptedException interrupted) {
			throw interrupted;
		}
		return (cause instanceof RuntimeException failure) ? failure : new IllegalStateException(cause);
	}

	/**
	 * What to do with one thing.
	 *
	 * @param <T> the thing
	 */
	@FunctionalInterface
	interface Step<T> {

		void with(T one) throws SnapshotUnusable, InterruptedException;

	}

}
