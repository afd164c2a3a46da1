package io.mokuroku.search.title;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The ways to count the seasons of a show. After another word {@code 2nd season},
 * {@code season 2}, {@code part 2}, {@code s2}, {@code II} and {@code 第2期} are all
 * {@code 2}. A single letter may as well be a name, so V and X stay as they are.
 */
final class Seasons {

	private static final Map<String, String> NUMERALS = Map.of("ii", "2", "iii", "3", "iv", "4", "vi", "6", "vii", "7",
			"viii", "8", "ix", "9");

	private static final Map<String, String> ORDINALS = Map.ofEntries(Map.entry("1st", "1"), Map.entry("first", "1"),
			Map.entry("2nd", "2"), Map.entry("second", "2"), Map.entry("3rd", "3"), Map.entry("third", "3"),
			Map.entry("4th", "4"), Map.entry("fourth", "4"), Map.entry("5th", "5"), Map.entry("fifth", "5"),
			Map.entry("6th", "6"), Map.entry("sixth", "6"), Map.entry("7th", "7"), Map.entry("seventh", "7"),
			Map.entry("8th", "8"), Map.entry("9th", "9"));

	private static final Set<String> COUNTED = Set.of("season", "part", "cour");

	private static final Pattern KANA = Pattern.compile("しーずん([1-9])");

	private static final Pattern SHORT = Pattern.compile("s0?([1-9])");

	private static final Pattern JAPANESE = Pattern.compile("第?([1-9一二三四五六七八九])(?:期|しーずん)$");

	private static final String JAPANESE_DIGITS = "一二三四五六七八九";

	private Seasons() {
	}

	static List<String> asNumbers(List<String> words) {
		List<String> counted = new ArrayList<>(words.size());
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			String next = (i + 1 < words.size()) ? words.get(i + 1) : "";
			if (ORDINALS.containsKey(word) && COUNTED.contains(next) && !counted.isEmpty()) {
				counted.add(ORDINALS.getOrDefault(word, word));
				i++;
			}
			else if (COUNTED.contains(word) && !counted.isEmpty() && number(next) != null) {
				counted.add(number(next));
				i++;
			}
			else if ((SHORT.matcher(word).matches() || KANA.matcher(word).matches()) && !counted.isEmpty()) {
				counted.add(word.substring(word.length() - 1));
			}
			else if (next.isEmpty() && endsWithSeason(word, counted)) {
				addSeason(word, counted);
			}
			else {
				counted.add(counted.isEmpty() ? word : NUMERALS.getOrDefault(word, word));
			}
		}
		return counted;
	}

	private static boolean endsWithSeason(String word, List<String> before) {
		Matcher season = JAPANESE.matcher(word);
		return season.find() && (season.start() > 0 || !before.isEmpty());
	}

	/** Text without spaces has the season within its last word. */
	private static void addSeason(String word, List<String> counted) {
		Matcher season = JAPANESE.matcher(word);
		if (season.find()) {
			if (season.start() > 0) {
				counted.add(word.substring(0, season.start()));
			}
			int spelled = JAPANESE_DIGITS.indexOf(season.group(1));
			counted.add((spelled >= 0) ? Integer.toString(spelled + 1) : season.group(1));
		}
	}

	private static @Nullable String number(String word) {
		return (word.length() == 1 && word.charAt(0) >= '1' && word.charAt(0) <= '9') ? word : NUMERALS.get(word);
	}

}
