package io.mokuroku.search.relay;

import java.util.Objects;
import java.util.regex.Matcher;

import org.jspecify.annotations.Nullable;

/**
 * What a client asks a provider, once it has been found to be a question that may be
 * asked.
 */
final class Asked {

	private final Matcher path;

	private final int page;

	private final int year;

	private final int week;

	/**
	 * @param path has matched
	 */
	Asked(Matcher path, int page, int year, int week) {
		this.path = path;
		this.page = page;
		this.year = year;
		this.week = week;
	}

	/** The provider's id of an anime. */
	String id() {
		return group("id");
	}

	/** The provider's id of an anime, if the question is about one. */
	@Nullable String idOrNull() {
		return this.path.namedGroups().containsKey("id") ? this.path.group("id") : null;
	}

	/** Which part of it. */
	String part() {
		return group("part");
	}

	/** The number of an episode. */
	int number() {
		return Integer.parseInt(group("number"));
	}

	int page() {
		return this.page;
	}

	int year() {
		return this.year;
	}

	int week() {
		return this.week;
	}

	private String group(String name) {
		return Objects.requireNonNull(this.path.group(name), name);
	}

}
