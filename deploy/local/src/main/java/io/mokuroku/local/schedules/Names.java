package io.mokuroku.local.schedules;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Checks the names, prefixes and paging parameters that come in paths and queries.
 */
final class Names {

	private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z_.-]{1,64}");

	private static final int LARGEST_PAGE = 100;

	private Names() {
	}

	static String check(String field, String value) {
		if (!NAME.matcher(value).matches()) {
			throw Refusal
				.invalid(field + " must be 1 to 64 of the characters 0-9 a-z A-Z - _ . and not '" + value + "'");
		}
		return value;
	}

	static @Nullable String optional(Map<String, String> query, String field) {
		String value = query.get(field);
		return (value != null) ? check(field, value) : null;
	}

	static int pageSize(Map<String, String> query) {
		String value = query.getOrDefault("MaxResults", Integer.toString(LARGEST_PAGE));
		if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > LARGEST_PAGE) {
			throw Refusal.invalid("MaxResults must be a whole number between 1 and " + LARGEST_PAGE);
		}
		return Integer.parseInt(value);
	}

	/**
	 * The place after which a page begins, if the query carries a token.
	 */
	static @Nullable String place(Map<String, String> query) {
		String token = query.get("NextToken");
		if (token == null) {
			return null;
		}
		try {
			return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw Refusal.invalid("NextToken is not a token of this service");
		}
	}

	static String token(String place) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
	}

	static void refuseOthers(Map<String, String> query, Set<String> known) {
		for (String name : query.keySet()) {
			if (!known.contains(name)) {
				throw Refusal.invalid(name + " is not supported by the local scheduler");
			}
		}
	}

}
