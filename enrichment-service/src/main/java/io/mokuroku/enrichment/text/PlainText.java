package io.mokuroku.enrichment.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.enrichment.merge.Emptiness;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/**
 * Makes plain text of what providers write: markup and credits are taken out, paragraphs
 * stay.
 */
public final class PlainText {

	private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</p>");

	private static final Pattern BB_CODE = Pattern
		.compile("(?i)\\[/?(?:i|b|u|s|url|spoiler|quote|sup)(?:=[^\\[\\]]*)?\\]");

	/** AniDB writes names as an address followed by the name in brackets. */
	private static final Pattern ANIDB_LINK = Pattern
		.compile("https?://anidb\\.(?:net|info)/[^\\s\\[]{1,200}+\\s{0,9}\\[([^\\[\\]]*)\\]");

	/** The spaces around are taken off by others: here they would cost their square. */
	private static final Pattern CREDIT = Pattern
		.compile("(?i)(?:\\((?:source|from):([^()]*)\\)|\\[(written by [^\\[\\]]*|source:[^\\[\\]]*)\\])$");

	private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n+");

	private PlainText() {
	}

	/** The text itself; null if there is none or it only says that there is none. */
	public static @Nullable String of(@Nullable String markup) {
		if (markup == null) {
			return null;
		}
		String text = CREDIT.matcher(text(markup)).replaceFirst("");
		text = BLANK_LINES.matcher(text).replaceAll("\n\n").strip();
		return Emptiness.isEmpty(text) ? null : text;
	}

	/** Who wrote the text, where its end tells. */
	public static @Nullable String credit(@Nullable String markup) {
		if (markup == null || of(markup) == null) {
			return null;
		}
		Matcher credit = CREDIT.matcher(text(markup));
		if (!credit.find()) {
			return null;
		}
		String who = (credit.group(1) != null) ? credit.group(1) : credit.group(2);
		return who.replaceFirst("(?i)^(?:written by|source:)\\s*", "").strip();
	}

	private static String text(String markup) {
		String decoded = decoded(markup).replace("\r", "");
		String text = (decoded.indexOf('<') < 0) ? decoded : withoutTags(BREAK.matcher(decoded).replaceAll("\n"));
		if (text.indexOf('[') < 0 && text.indexOf('~') < 0) {
			return text.strip();
		}
		text = BB_CODE.matcher(text).replaceAll("");
		text = ANIDB_LINK.matcher(text).replaceAll("$1");
		return withoutSpoilers(text).strip();
	}

	/** Takes out what stands between {@code ~!} and the next {@code !~}. */
	private static String withoutSpoilers(String text) {
		StringBuilder left = new StringBuilder();
		int from = 0;
		int begin = text.indexOf("~!");
		while (begin >= 0) {
			int end = text.indexOf("!~", begin + 2);
			if (end < 0) {
				break;
			}
			left.append(text, from, begin);
			from = end + 2;
			begin = text.indexOf("~!", from);
		}
		return left.append(text, from, text.length()).toString();
	}

	private static String withoutTags(String markup) {
		Document.OutputSettings asIs = new Document.OutputSettings().prettyPrint(false);
		return decoded(Jsoup.clean(markup, "", Safelist.none(), asIs));
	}

	private static String decoded(String text) {
		return (text.indexOf('&') < 0) ? text : Parser.unescapeEntities(text, false);
	}

}
