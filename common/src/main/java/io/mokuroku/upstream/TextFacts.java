package io.mokuroku.upstream;

import org.jspecify.annotations.Nullable;

/**
 * What a provider tells in sentences, possibly with markup.
 *
 * @param synopsis what happens
 * @param background how it came to be
 */
public record TextFacts(@Nullable String synopsis, @Nullable String background) {

	/** No text. */
	public static final TextFacts NONE = new TextFacts(null, null);

}
