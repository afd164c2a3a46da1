package io.mokuroku.search.anime;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;

/**
 * What can be had beside an anime in one answer.
 */
enum Include {

	/** Its episodes. */
	EPISODES,

	/** Its characters. */
	CHARACTERS,

	/** Who made it. */
	STAFF,

	/** The anime it belongs with, as far as the catalogue has them. */
	RELATIONS,

	/** How each of its fields came by its value. */
	PROVENANCE;

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads a list of words.
	 * @param words separated by commas; none at all asks for nothing
	 * @throws ApiProblem if one of them is not known
	 */
	static Set<Include> parse(@Nullable String words) {
		Set<Include> includes = EnumSet.noneOf(Include.class);
		if (words == null || words.isEmpty()) {
			return includes;
		}
		for (String word : words.split(",", -1)) {
			includes.add(Arrays.stream(values())
				.filter((include) -> include.word().equals(word))
				.findFirst()
				.orElseThrow(() -> ApiProblem.badParameter("include",
						"known are " + Arrays.stream(values()).map(Include::word).collect(Collectors.joining(", ")))));
		}
		return includes;
	}

}
