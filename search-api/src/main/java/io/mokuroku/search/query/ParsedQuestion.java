package io.mokuroku.search.query;

import java.util.List;

import io.mokuroku.search.index.AnimeFilter;
import org.jspecify.annotations.Nullable;

/**
 * A question taken apart.
 *
 * @param text what is left to be looked for by words and meaning; blank if nothing is
 * @param filter what the answer must be
 * @param like the title it shall be like, if one is named
 * @param unlike titles it shall have nothing to do with
 * @param parts what was understood, in the order of the rules
 */
record ParsedQuestion(String text, AnimeFilter filter, @Nullable String like, List<String> unlike, List<Part> parts) {

	ParsedQuestion {
		unlike = List.copyOf(unlike);
		parts = List.copyOf(parts);
	}

	/** A question of which nothing but its text is understood. */
	static ParsedQuestion plain(String text) {
		return new ParsedQuestion(text, AnimeFilter.NONE, null, List.of(), List.of());
	}

	/** Whether nothing is looked for but what passes the filter. */
	boolean filtersAlone() {
		return this.text.isEmpty() && this.like == null && !this.parts.isEmpty();
	}

	boolean isPlain() {
		return this.parts.isEmpty();
	}

	/**
	 * One thing that was understood.
	 *
	 * @param kind what it is about
	 * @param words the words it was understood from
	 * @param value what was understood
	 */
	record Part(Kind kind, String words, String value) {
	}

	/** What can be asked for in words. */
	enum Kind {

		/** How it was released. */
		TYPE,

		/** Where it stands. */
		STATUS,

		/** The quarter of its premiere. */
		SEASON,

		/** The year of its premiere. */
		YEAR,

		/** How many episodes. */
		EPISODES,

		/** How it is rated. */
		SCORE,

		/** Who made it. */
		STUDIO,

		/** What it is about. */
		SUBJECT,

		/** What it is not about, or who did not make it. */
		WITHOUT,

		/** A title it shall have nothing to do with. */
		UNLIKE,

		/** A title it shall be like. */
		LIKE

	}

}
