package io.mokuroku.search.embed;

/**
 * Turns text into a vector whose direction says what the text is about.
 */
public interface TextEmbedder extends AutoCloseable {

	/**
	 * Computes the vector of a text. Safe for use by many threads.
	 * @return a vector of length 1
	 * @throws IllegalStateException if the model fails
	 */
	float[] embed(String text);

	/** Gives back what the model holds. */
	@Override
	default void close() {
	}

}
