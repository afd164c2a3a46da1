package io.mokuroku.search.agentic;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words of a model as clients may show them: without what it thought aloud, without
 * characters that are no text, and not too many.
 */
final class PlainWords {

	/** As long as an explanation may be. */
	static final int TEXT = 1_000;

	/** As long as the reason of one anime may be. */
	static final int WHY = 300;

	private static final Pattern THOUGHT = Pattern.compile("<think>.*?(?:</think>|$)", Pattern.DOTALL);

	/** Controls, and marks that turn the direction of what follows. */
	private static final Pattern NO_TEXT = Pattern
		.compile("[\\p{Cc}&&[^\\n]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");

	private PlainWords() {
	}

	/** Some words; empty if nothing is left of them. */
	static Optional<String> of(@Nullable String words, int longest) {
		if (words == null) {
			return Optional.empty();
		}
		String text = NO_TEXT.matcher(THOUGHT.matcher(words).replaceAll("")).replaceAll("").strip();
		return Optional.of(cut(text, longest).strip()).filter((left) -> !left.isEmpty());
	}

	private static String cut(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
	}

}
