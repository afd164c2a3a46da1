package io.mokuroku.search.embed;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedder once it is loaded. Until then searches go on without it.
 */
public final class LoadingTextEmbedder implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LoadingTextEmbedder.class);

	private final Supplier<? extends TextEmbedder> loader;

	private volatile @Nullable TextEmbedder loaded;

	LoadingTextEmbedder(Supplier<? extends TextEmbedder> loader) {
		this.loader = loader;
	}

	/** The embedder, if it is ready. */
	public Optional<TextEmbedder> find() {
		return Optional.ofNullable(this.loaded);
	}

	/** The embedder; loads it first if nobody has. */
	synchronized TextEmbedder load() {
		TextEmbedder embedder = this.loaded;
		if (embedder == null) {
			long start = System.nanoTime();
			embedder = this.loader.get();
			this.loaded = embedder;
			logger.info("embedding model loaded millis={}", (System.nanoTime() - start) / 1_000_000);
		}
		return embedder;
	}

	/** Loads it without having anybody wait; it stays away if that fails. */
	void loadInBackground() {
		Thread.ofPlatform().daemon().name("embedding-model").start(() -> {
			try {
				load();
			}
			catch (IllegalStateException | UncheckedIOException | LinkageError ex) {
				logger.error("answers come from words alone reason=model_not_loaded", ex);
			}
		});
	}

	@Override
	public synchronized void close() {
		TextEmbedder embedder = this.loaded;
		this.loaded = null;
		if (embedder != null) {
			embedder.close();
		}
	}

}
