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

	/** The fields of {@code $states} every expression can read. */
	static final Set<String> EVERYWHERE = Set.of("input", "context");

	private QuerySources() {
	}

	static void check(String source, String path, Set<String> readable, List<Problem> problems) {
		Matcher token = TOKEN.matcher(source);
		while (token.find()) {
			String field = token.group("field");
			if (token.group("eval") != null) {
				problems.add(new Problem(path, "The function $eval is not supported"));
			}
			else if (field != null && !readable.contains(field)) {
				problems.add(new Problem(path, "$states." + field + " does not exist here"));
			}
		}
	}

}
