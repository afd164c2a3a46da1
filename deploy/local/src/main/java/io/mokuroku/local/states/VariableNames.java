package io.mokuroku.local.states;

/**
 * Which names workflow variables may have: Unicode identifiers of at most 80 characters,
 * but not the reserved {@code states}.
 */
final class VariableNames {

	private static final int LONGEST = 80;

	private VariableNames() {
	}

	static boolean isLegal(String name) {
		if (name.isEmpty() || name.length() > LONGEST || "states".equals(name)) {
			return false;
		}
		return Character.isUnicodeIdentifierStart(name.codePointAt(0)) && name.codePoints()
			.allMatch((c) -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
	}

}
