package io.mokuroku.local.states;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of an expression may not refer to: {@code $eval}, which Step Functions
 * does not have, and fields of {@code $states} that do not exist where the expression
 * stands.
 */
final class QuerySources {

	private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|"
			+ "\\$eval\\b(?<eval>)|\\$states\\s*\\.\\s*(?<field>\\w+)");

	private static final Set<String> EVERYWHERE = Set.of("input", "context");

	private static final Pattern RESULT = Pattern.compile(".*/(Output|Assign)(/.*)?");

	private static final Pattern CAUGHT = Pattern.compile(".*/Catch/\\d+/(Output|Assign)(/.*)?");

	private QuerySources() {
	}

	static void check(String source, String path, List<Problem> problems) {
		Matcher token = TOKEN.matcher(source);
		while (token.find()) {
			String field = token.group("field");
			if (token.group("eval") != null) {
				problems.add(new Problem(path, "The function $eval is not supported"));
			}
			else if (field != null && !isReadable(field, path)) {
				problems.add(new Problem(path, "$states." + field + " does not exist here"));
			}
		}
	}

	private static boolean isReadable(String field, String path) {
		if (EVERYWHERE.contains(field)) {
			return true;
		}
		boolean caught = CAUGHT.matcher(path).matches();
		return switch (field) {
			case "errorOutput" -> caught;
			case "result" -> !caught && RESULT.matcher(path).matches();
			default -> false;
		};
	}

}
