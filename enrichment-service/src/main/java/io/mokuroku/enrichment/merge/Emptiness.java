package io.mokuroku.enrichment.merge;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What says nothing, whoever says it.
 */
public final class Emptiness {

	private static final Set<String> NOTHING = Set.of("", "?", "-", "n/a", "null", "none", "unknown", "none found",
			"not available", "tba");

	private static final Pattern PLACEHOLDER = Pattern.compile(
			"(?is)^\\W*(?:no (?:synopsis|description|summary|overview|plot)\\b|(?:synopsis|description) (?:has )?not "
					+ "(?:yet )?(?:been )?added|(?:synopsis|description) (?:is )?(?:missing|pending|coming soon)).*");

	private Emptiness() {
	}

	/**
	 * Whether a value says nothing: absent, blank, an empty list, a number that counts
	 * nothing, or words that only say that there is nothing.
	 */
	public static boolean isEmpty(@Nullable Object value) {
		return switch (value) {
			case null -> true;
			case String text -> isEmptyText(text);
			case Collection<?> values -> values.isEmpty();
			case Map<?, ?> values -> values.isEmpty();
			case Number number -> number.doubleValue() == 0;
			default -> false;
		};
	}

	private static boolean isEmptyText(String text) {
		String stripped = text.strip();
		return NOTHING.contains(stripped.toLowerCase(Locale.ROOT)) || PLACEHOLDER.matcher(stripped).matches();
	}

}
