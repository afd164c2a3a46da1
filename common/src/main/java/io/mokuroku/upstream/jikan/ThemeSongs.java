package io.mokuroku.upstream.jikan;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ProductionFacts.ThemeSong;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines such as {@code 1: "Yoake (夜明け)" by Mio Tanabe (eps 1-12)} apart. Every part
 * but the title may be missing.
 */
final class ThemeSongs {

	private static final Pattern LINE = Pattern.compile("(?:#?(?<sequence>\\d+):\\s*)?\"(?<title>.+)\""
			+ "(?:\\s+by\\s+(?<artist>.+?))?(?:\\s*\\((?<episodes>eps?\\.? [^)]+)\\))?");

	/** A second title counts as the native one if it is written in Japanese script. */
	private static final Pattern TITLE = Pattern
		.compile("(?<latin>.+?)\\s*[(（](?<native>[^()]*[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}].*)[)）]");

	/** Nobody writes a longer line; matching one would take the square of its length. */
	private static final int LONGEST = 1_000;

	private ThemeSongs() {
	}

	static List<ThemeSong> parse(@Nullable List<@Nullable String> lines, Notes notes) {
		return Values.texts(lines).stream().map((line) -> parse(line, notes)).toList();
	}

	private static ThemeSong parse(String raw, Notes notes) {
		Matcher parts = LINE.matcher(raw.replace('\u00a0', ' ').strip());
		if (raw.length() > LONGEST || !parts.matches()) {
			notes.add("theme song", raw);
			return new ThemeSong(null, raw, null, null, null, raw);
		}
		String sequence = parts.group("sequence");
		Matcher titles = TITLE.matcher(parts.group("title"));
		boolean both = titles.matches();
		return new ThemeSong((sequence != null && sequence.length() < 4) ? Integer.valueOf(sequence) : null,
				both ? titles.group("latin") : parts.group("title"), both ? titles.group("native") : null,
				Values.text(parts.group("artist")), Values.text(parts.group("episodes")), raw);
	}

}
