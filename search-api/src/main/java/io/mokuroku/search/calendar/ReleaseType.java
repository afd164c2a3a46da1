package io.mokuroku.search.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The releases of an episode. The catalogue knows the time of the Japanese broadcast
 * alone.
 */
enum ReleaseType {

	/** The Japanese broadcast. */
	RAW,

	/** With subtitles. */
	SUB,

	/** In another language. */
	DUB;

	/** As clients write it. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<ReleaseType> find(String word) {
		return Arrays.stream(values()).filter((type) -> type.word().equals(word)).findFirst();
	}

}
