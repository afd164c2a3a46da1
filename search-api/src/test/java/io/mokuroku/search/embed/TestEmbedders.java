package io.mokuroku.search.embed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import io.mokuroku.search.index.AnimeIndex;

/**
 * Embedders to test with.
 */
public final class TestEmbedders {

	private static final int BATCH = 256;

	private TestEmbedders() {
	}

	/** An embedder that is loaded. */
	public static LoadingTextEmbedder loaded(TextEmbedder embedder) {
		LoadingTextEmbedder loading = new LoadingTextEmbedder(() -> embedder);
		loading.load();
		return loading;
	}

	/** The model that the service uses, loaded. */
	public static LoadingTextEmbedder model() {
		LoadingTextEmbedder loading = new LoadingTextEmbedder(MiniLmTextEmbedder::new);
		loading.load();
		return loading;
	}

	/** Gives anime in an index their vectors until so many have one. */
	public static void embed(AnimeIndex index, LoadingTextEmbedder embedder, int most) {
		EmbedPendingAnime embedding = new EmbedPendingAnime(index, embedder, new EmbeddingProgress(), restless(),
				BATCH);
		while (index.counts().withVector() < most && embedding.embedBatch() > 0) {
			Thread.onSpinWait();
		}
	}

	/** An embedder that nobody has loaded. */
	public static LoadingTextEmbedder notLoaded() {
		return new LoadingTextEmbedder(() -> {
			throw new IllegalStateException("no model");
		});
	}

	/** No rest. */
	public static Pace restless() {
		return new Pace(1, Duration.ZERO);
	}

	/**
	 * Texts that share words point in similar directions. Remembers what it was asked,
	 * and fails where it is told to.
	 */
	public static final class Words implements TextEmbedder {

		private static final int DIMENSIONS = 64;

		private final List<String> asked = new ArrayList<>();

		private volatile Predicate<String> failing = (_) -> false;

		/** Fails for such texts from now on. */
		public void failFor(Predicate<String> texts) {
			this.failing = texts;
		}

		/** What it was asked, in order. */
		public synchronized List<String> asked() {
			return List.copyOf(this.asked);
		}

		@Override
		public synchronized float[] embed(String text) {
			if (this.failing.test(text)) {
				throw new IllegalStateException("the model failed");
			}
			this.asked.add(text);
			float[] vector = new float[DIMENSIONS];
			for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
				if (word.length() > 2) {
					vector[Math.floorMod(word.hashCode(), DIMENSIONS)] += 1;
				}
			}
			double squares = 0;
			for (float value : vector) {
				squares += value * value;
			}
			for (int i = 0; i < DIMENSIONS; i++) {
				vector[i] = (squares > 0) ? (float) (vector[i] / Math.sqrt(squares)) : (i == 0) ? 1 : 0;
			}
			return vector;
		}

	}

}
