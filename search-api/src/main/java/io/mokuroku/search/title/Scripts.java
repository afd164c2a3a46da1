package io.mokuroku.search.title;

/**
 * What can be told from the script a text is written in.
 */
public final class Scripts {

	private Scripts() {
	}

	/** Whether the text holds Chinese, Japanese or Korean, whose words no space parts. */
	public static boolean unspaced(String text) {
		return text.codePoints().anyMatch((c) -> switch (Character.UnicodeScript.of(c)) {
			case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
			default -> false;
		});
	}

	/** Whether most letters of the text are Latin. */
	public static boolean latin(String text) {
		long letters = text.codePoints().filter(Character::isLetter).count();
		long latin = text.codePoints()
			.filter((c) -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
			.count();
		return latin > 0 && latin * 2 > letters;
	}

}
