package io.mokuroku.local.states;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a list, as {@code maxResults} and {@code nextToken} ask for it.
 */
final class Page {

	private static final int DEFAULT_SIZE = 100;

	private static final int LARGEST = 1_000;

	private static final Pattern PLACE = Pattern.compile("from:(\\d{1,9})");

	private Page() {
	}

	/**
	 * Puts the page of the items and, if there are more, the next token into the answer.
	 */
	static <T> void put(ObjectNode answer, String field, ApiRequest request, List<T> items,
			Function<T, JsonNode> toJson) {
		int size = request.findInt("maxResults", 0, LARGEST).orElse(0);
		int from = request.find("nextToken").map(Page::offset).orElse(0);
		int to = Math.min(items.size(), from + ((size > 0) ? size : DEFAULT_SIZE));
		ArrayNode page = answer.putArray(field);
		for (int i = from; i < to; i++) {
			page.add(toJson.apply(items.get(i)));
		}
		if (to < items.size()) {
			byte[] token = ("from:" + to).getBytes(StandardCharsets.UTF_8);
			answer.put("nextToken", Base64.getUrlEncoder().withoutPadding().encodeToString(token));
		}
	}

	private static int offset(String token) {
		try {
			Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
			if (place.matches()) {
				return Integer.parseInt(place.group(1));
			}
		}
		catch (IllegalArgumentException ex) {
			throw invalid();
		}
		throw invalid();
	}

	private static ApiFailure invalid() {
		return new ApiFailure("InvalidToken", "Invalid Token: 'Invalid token'");
	}

}
