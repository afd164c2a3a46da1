package io.mokuroku.search.query;

import java.util.List;
import java.util.Optional;

import io.mokuroku.search.embed.LoadingTextEmbedder;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.IndexView;
import io.mokuroku.search.title.Scripts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds anime by what texts and other anime are about.
 */
final class Meaning {

	private static final Logger logger = LoggerFactory.getLogger(Meaning.class);

	/** Vectors that point further apart have nothing to do with each other. */
	private static final double LEAST_COSINE = 0.3;

	/** How much of the direction an example gives where there is a text beside it. */
	private static final float EXAMPLE_WEIGHS = 0.6f;

	private final LoadingTextEmbedder embedder;

	Meaning(LoadingTextEmbedder embedder) {
		this.embedder = embedder;
	}

	/** The direction a text has; absent if the model cannot be asked. */
	Optional<float[]> of(String text) {
		try {
			return this.embedder.find().map((model) -> model.embed(text));
		}
		catch (IllegalStateException ex) {
			logger.warn("search degraded reason=embedding_failed", ex);
			return Optional.empty();
		}
	}

	/** Whether the model has something to say of a text. */
	static boolean readable(String text) {
		return Scripts.latin(text);
	}

	/** The direction between an example and a text. */
	static float[] between(float[] example, float[] text) {
		float[] sum = new float[example.length];
		double squares = 0;
		for (int i = 0; i < sum.length; i++) {
			sum[i] = EXAMPLE_WEIGHS * example[i] + (1 - EXAMPLE_WEIGHS) * text[i];
			squares += sum[i] * sum[i];
		}
		float length = (float) Math.sqrt(squares);
		if (length == 0) {
			return example;
		}
		for (int i = 0; i < sum.length; i++) {
			sum[i] /= length;
		}
		return sum;
	}

	static List<SearchHit> near(IndexView index, float[] direction, AnimeFilter filter, int most) {
		return index.nearest(direction, filter, most)
			.stream()
			.filter((hit) -> hit.cosine() >= LEAST_COSINE)
			.map(SearchHit::of)
			.toList();
	}

}
