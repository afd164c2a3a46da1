package io.mokuroku.enrichment.stage;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * Makes plain text of what providers write: markup and credits are taken out, paragraphs
 * stay.
 */
final class PlainText {

	private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</p>");

	private static final Pattern BB_CODE = Pattern.compile("(?i)\\[/?(?:i|b|u|url|spoiler|quote)(?:=[^\\]]*)?\\]");

	private static final Pattern CREDIT = Pattern
		.compile("(?i)\\s*(?:\\((?:source|from):[^)]*\\)|\\[(?:written by|source:)[^\\]]*\\])\\s*$");

	private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n+");

	private static final Pattern NOTHING = Pattern.compile("(?i)^no (?:synopsis|description)\\b.*", Pattern.DOTALL);

	private PlainText() {
	}

	/** The text itself; null if there is none or it only says that there is none. */
	static @Nullable String of(@Nullable String markup) {
		if (markup == null) {
			return null;
		}
		String lines = BREAK.matcher(markup.replace("\r", "")).replaceAll("\n");
		Document.OutputSettings asIs = new Document.OutputSettings().prettyPrint(false);
		String text = org.jsoup.parser.Parser.unescapeEntities(Jsoup.clean(lines, "", Safelist.none(), asIs), false);
		text = BB_CODE.matcher(text).replaceAll("");
		text = CREDIT.matcher(text.strip()).replaceFirst("");
		text = BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
		return (text.isEmpty() || NOTHING.matcher(text).matches()) ? null : text;
	}

}
