package io.mokuroku.enrichment.merge;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes spellings of one name comparable.
 */
public final class Folding {

	private Folding() {
	}

	/** Compatibility form, lower case, letters and digits alone. */
	public static String of(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]", "");
		// a title of signs alone ("∀", "!!") is compared as it is
		return folded.isEmpty() ? text.strip() : folded;
	}

}
