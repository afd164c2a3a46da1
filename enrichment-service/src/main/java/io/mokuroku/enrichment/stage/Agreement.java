package io.mokuroku.enrichment.stage;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;

/**
 * When two sources say the same in different words.
 */
final class Agreement {

	/** Shorter synopses are mostly placeholders. */
	private static final int LONG_ENOUGH = 80;

	private Agreement() {
	}

	/**
	 * Spellings inside a family are no contradiction. Nor are TV and ONA, which providers
	 * use alike for what streams first.
	 */
	static boolean sameFamily(AnimeType one, AnimeType other) {
		return family(one) == family(other);
	}

	/** A break is still airing. */
	static boolean sameStatus(AiringStatus one, AiringStatus other) {
		return running(one) == running(other);
	}

	static boolean sameLength(Integer one, Integer other) {
		return Math.abs(one - other) * 5 <= Math.max(one, other);
	}

	/** Shorter texts are mostly placeholders. */
	static boolean longEnough(String text) {
		return text.length() >= LONG_ENOUGH;
	}

	/** Whether a title is written as in Japan, China or Korea. */
	static boolean inOriginalScript(String title) {
		return title.codePoints().anyMatch((point) -> switch (Character.UnicodeScript.of(point)) {
			case HIRAGANA, KATAKANA, HAN, HANGUL -> true;
			default -> false;
		});
	}

	private static AnimeType family(AnimeType type) {
		return switch (type) {
			case TV, TV_SHORT, ONA -> AnimeType.TV;
			case SPECIAL, TV_SPECIAL, MUSIC, PV, CM -> AnimeType.SPECIAL;
			case MOVIE, OVA, UNKNOWN -> type;
		};
	}

	private static AiringStatus running(AiringStatus status) {
		return (status == AiringStatus.HIATUS) ? AiringStatus.ONGOING : status;
	}

}
