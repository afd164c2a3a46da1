package io.mokuroku.search.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a list begins. It names the generation, so that pages belong together.
 *
 * @param generation the generation
 * @param offset how many anime come before the page
 */
record ListCursor(String generation, int offset) {

	/** The longest form a client may send. */
	static final int LONGEST = 80;

	private static final Pattern FORM = Pattern.compile("([0-9A-Za-z.-]{1,40})/(\\d{1,5})");

	/** As clients get it and give it back. */
	String text() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((this.generation + "/" + this.offset).getBytes(StandardCharsets.ISO_8859_1));
	}

	/** Empty if it was not made by {@link #text()}. */
	static Optional<ListCursor> parse(String text) {
		try {
			Matcher cursor = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
			return cursor.matches() ? Optional.of(new ListCursor(cursor.group(1), Integer.parseInt(cursor.group(2))))
					: Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
