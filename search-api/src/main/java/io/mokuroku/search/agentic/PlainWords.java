package io.mokuroku.search.agentic;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words of a model as clients may show them: without what it thought aloud, without
 * characters that are no text, and not too many. Words can come in pieces.
 */
final class PlainWords {

	/** As long as an explanation may be. */
	static final int TEXT = 1_000;

	/** As long as the reason of one anime may be. */
	static final int WHY = 300;

	private static final String OPEN = "<think>";

	private static final Pattern THOUGHT = Pattern.compile("<think>.*?(?:</think>|$)", Pattern.DOTALL);

	/** Controls, and marks that turn the direction of what follows. */
	private static final Pattern NO_TEXT = Pattern
		.compile("[\\p{Cc}&&[^\\n]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}");

	private final StringBuilder raw = new StringBuilder();

	private final int longest;

	private int told;

	PlainWords(int longest) {
		this.longest = longest;
	}

	/** Some words as a whole; empty if nothing is left of them. */
	static Optional<String> of(@Nullable String words, int longest) {
		if (words == null) {
			return Optional.empty();
		}
		PlainWords all = new PlainWords(longest);
		all.raw.append(words);
		return Optional.of(all.visible(true).strip()).filter((text) -> !text.isEmpty());
	}

	/** Takes a piece, and gives what can be shown more; empty if nothing. */
	String more(String piece) {
		this.raw.append(piece);
		String visible = visible(false);
		String more = visible.substring(Math.min(this.told, visible.length()));
		this.told = Math.max(this.told, visible.length());
		return more;
	}

	private String visible(boolean whole) {
		String text = THOUGHT.matcher(this.raw).replaceAll("");
		if (!whole) {
			text = text.substring(0, text.length() - unfinished(text));
		}
		text = NO_TEXT.matcher(text).replaceAll("").stripLeading();
		if (text.length() <= this.longest) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(this.longest - 1)) ? this.longest - 1 : this.longest;
		return text.substring(0, end);
	}

	/** How much of the end may be the beginning of a thought, or of a character. */
	private static int unfinished(String text) {
		if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1))) {
			return 1;
		}
		for (int length = Math.min(OPEN.length() - 1, text.length()); length > 0; length--) {
			if (OPEN.startsWith(text.substring(text.length() - length))) {
				return length;
			}
		}
		return 0;
	}

}
