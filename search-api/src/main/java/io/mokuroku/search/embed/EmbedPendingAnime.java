package io.mokuroku.search.embed;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexChange;
import io.mokuroku.search.projection.EmbeddingText;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Gives every anime in the index its vector: one thread in the background that takes the
 * most prominent first and sleeps when all have theirs. What is pending stands in the
 * index, so it goes on after a restart where it stopped.
 */
final class EmbedPendingAnime implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(EmbedPendingAnime.class);

	private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

	/** If the model fails for this, too, no text is to blame. */
	private static final String HARMLESS = "anime";

	private final AnimeIndex index;

	private final LoadingTextEmbedder embedder;

	private final EmbeddingProgress progress;

	private final Pace pace;

	private final int batch;

	private final Semaphore work = new Semaphore(1);

	private final Set<String> setAside = ConcurrentHashMap.newKeySet();

	private volatile @Nullable Thread worker;

	EmbedPendingAnime(AnimeIndex index, LoadingTextEmbedder embedder, EmbeddingProgress progress, Pace pace,
			int batch) {
		this.index = index;
		this.embedder = embedder;
		this.progress = progress;
		this.pace = pace;
		this.batch = batch;
	}

	/**
	 * Computes and stores one batch of vectors. If the model fails, those computed before
	 * are stored nevertheless. A text for which it fails, but not for others, is set
	 * aside until it changes or the service starts anew.
	 * @return how many there were to compute
	 */
	int embedBatch() {
		long start = System.nanoTime();
		List<IndexedAnime> pending = this.index.withoutVector(this.batch + this.setAside.size())
			.stream()
			.filter((anime) -> !this.setAside.contains(EmbeddingText.of(anime).hash()))
			.limit(this.batch)
			.toList();
		List<IndexChange> vectors = new ArrayList<>(pending.size());
		try {
			for (IndexedAnime anime : pending) {
				if (Thread.currentThread().isInterrupted()) {
					break;
				}
				long began = System.nanoTime();
				EmbeddingText text = EmbeddingText.of(anime);
				embed(text).ifPresent((vector) -> vectors.add(new IndexChange.Embed(anime.id(), text.hash(), vector)));
				this.pace.rest(Duration.ofNanos(System.nanoTime() - began));
			}
		}
		finally {
			this.index.apply(vectors);
		}
		if (!vectors.isEmpty()) {
			this.progress.finished(vectors.size(), Duration.ofNanos(System.nanoTime() - start));
		}
		return pending.size();
	}

	private Optional<float[]> embed(EmbeddingText text) {
		TextEmbedder model = this.embedder.load();
		try {
			return Optional.of(model.embed(text.text()));
		}
		catch (RuntimeException ex) {
			model.embed(HARMLESS);
			this.setAside.add(text.hash());
			logger.warn("vector not computed hash={} failure={}", text.hash(), ex.toString());
			return Optional.empty();
		}
	}

	@Override
	public void start() {
		this.index.onChange(() -> {
			this.pace.busy();
			wake();
		});
		Thread started = Thread.ofPlatform().daemon().name("embedding").unstarted(this::run);
		this.worker = started;
		started.start();
	}

	@Override
	public void stop() {
		Thread running = this.worker;
		this.worker = null;
		if (running != null) {
			running.interrupt();
			try {
				running.join(TimeUnit.SECONDS.toMillis(5));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return this.worker != null;
	}

	private void run() {
		try {
			this.embedder.load();
			while (isRunning()) {
				this.work.acquire();
				embedAll();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IllegalStateException | UncheckedIOException | LinkageError ex) {
			logger.error("vectors not computed reason=model_not_loaded", ex);
		}
	}

	private void embedAll() throws InterruptedException {
		int done = 0;
		try {
			for (int last = embedBatch(); last > 0 && isRunning(); last = embedBatch()) {
				done += last;
			}
			this.progress.idle();
			if (done > 0) {
				logger.info("vectors complete embedded={} documents={}", done, this.index.counts().shown());
			}
		}
		catch (RuntimeException ex) {
			logger.warn("vectors delayed embedded={} retry={} failure={}", done, AFTER_FAILURE, ex.toString());
			this.work.tryAcquire(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
			wake();
		}
	}

	private void wake() {
		if (this.work.availablePermits() == 0) {
			this.work.release();
		}
	}

}
