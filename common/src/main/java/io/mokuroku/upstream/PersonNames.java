package io.mokuroku.upstream;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How names of people are turned round.
 */
public final class PersonNames {

	private static final Pattern FAMILY_FIRST = Pattern.compile("([^,]+),\\s*+([^,]+)");

	private PersonNames() {
	}

	/**
	 * {@code Hayama, Riku} is shown as {@code Riku Hayama}. A name without a comma, or
	 * with several, is shown as it stands.
	 */
	public static NameFacts familyFirst(String raw) {
		String name = raw.strip().replaceFirst(",$", "");
		Matcher parts = FAMILY_FIRST.matcher(name);
		String display = parts.matches() ? parts.group(2).strip() + " " + parts.group(1).strip() : name;
		return new NameFacts(raw, display, null, List.of(), List.of());
	}

}
