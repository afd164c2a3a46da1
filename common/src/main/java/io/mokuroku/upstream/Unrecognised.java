package io.mokuroku.upstream;

/**
 * Learns of what providers say in words nobody here knows, so that a new word is noticed
 * instead of being lost in silence.
 */
@FunctionalInterface
public interface Unrecognised {

	/**
	 * A value was left out because it was not understood.
	 * @param source which client read it ({@code jikan})
	 * @param what the sort of value ({@code status}); a closed set of names
	 * @param text what stood there
	 */
	void note(String source, String what, String text);

}
