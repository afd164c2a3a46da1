package io.mokuroku.upstream;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Languages as BCP 47 tags. Latin spellings of other scripts carry {@code -Latn}.
 */
public final class Languages {

	/** What stands where a language was not understood. */
	public static final String UNDETERMINED = "und";

	private static final Wording<String> NAMES = Wording.<String>about("language")
		.say("ja", "Japanese")
		.say("en", "English")
		.say("ko", "Korean")
		.say("zh", "Chinese", "Mandarin")
		.say("zh-TW", "Taiwanese")
		.say("yue", "Cantonese")
		.say("pt-BR", "Portuguese (BR)", "Brazilian")
		.say("pt", "Portuguese")
		.say("es", "Spanish")
		.say("fr", "French")
		.say("de", "German")
		.say("it", "Italian")
		.say("hu", "Hungarian")
		.say("he", "Hebrew")
		.say("ar", "Arabic")
		.say("ca", "Catalan")
		.say("nl", "Dutch")
		.say("fi", "Finnish")
		.say("sv", "Swedish")
		.say("no", "Norwegian")
		.say("da", "Danish")
		.say("pl", "Polish")
		.say("cs", "Czech")
		.say("ro", "Romanian")
		.say("ru", "Russian")
		.say("uk", "Ukrainian")
		.say("tr", "Turkish")
		.say("el", "Greek")
		.say("th", "Thai")
		.say("vi", "Vietnamese")
		.say("id", "Indonesian")
		.say("ms", "Malay", "Malaysian")
		.say("fil", "Filipino", "Tagalog")
		.say("hi", "Hindi")
		.build();

	/** A language and where it is spoken or, for Japanese in Latin letters, written. */
	private static final Pattern LOCALE = Pattern.compile("([a-z]{2,3})(?:[_-]([a-z]{2}))?");

	/** The scripts of others, written down by English-speaking sites. */
	private static final Map<String, String> SPELLED = Map.of("en_jp", "ja-Latn", "en_cn", "zh-Latn", "en_kr",
			"ko-Latn", "en_us", "en", "ja_jp", "ja", "ko_kr", "ko", "zh_cn", "zh", "en_th", "th-Latn");

	private static final Map<String, String> TRANSCRIBED = Map.of("x-jat", "ja-Latn", "x-zht", "zh-Latn", "x-kot",
			"ko-Latn", "x-tht", "th-Latn", "x-unk", UNDETERMINED);

	/** What is spoken where anime are made. */
	private static final Map<String, String> BY_COUNTRY = Map.of("JP", "ja", "CN", "zh", "TW", "zh", "HK", "zh", "KR",
			"ko");

	private Languages() {
	}

	/**
	 * The names of a work made in a country, by language: the one in its own script and
	 * its spelling in Latin letters. Of an unknown country only the English one is told.
	 * @param country ISO 3166 alpha-2
	 */
	public static Map<String, List<String>> ofWork(@Nullable String country, @Nullable String english,
			@Nullable String nativeTitle, @Nullable String romaji) {
		Map<String, List<String>> titles = new TreeMap<>();
		String language = BY_COUNTRY.get(Objects.requireNonNullElse(country, ""));
		put(titles, "en", english);
		if (language != null) {
			put(titles, language, nativeTitle);
			put(titles, language + "-Latn", romaji);
		}
		return titles;
	}

	private static void put(Map<String, List<String>> titles, String language, @Nullable String title) {
		if (title != null) {
			titles.put(language, List.of(title));
		}
	}

	/** {@code Japanese}, {@code Portuguese (BR)}. */
	public static String named(@Nullable String name, Notes notes) {
		return NAMES.of(name, UNDETERMINED, notes);
	}

	/** {@code en_jp}, {@code ja_jp}, {@code pt_br}. */
	public static String located(@Nullable String locale, Notes notes) {
		String text = Values.folded(locale);
		String spelled = SPELLED.get(text);
		if (spelled != null) {
			return spelled;
		}
		Matcher parts = LOCALE.matcher(text);
		if (!parts.matches()) {
			return undetermined(text, notes);
		}
		String country = parts.group(2);
		boolean itsOwn = country == null || country.equals(parts.group(1));
		return itsOwn ? parts.group(1) : parts.group(1) + "-" + country.toUpperCase(Locale.ROOT);
	}

	/** {@code x-jat}, {@code zh-Hans}: tags but for private ones. */
	public static String tagged(@Nullable String tag, Notes notes) {
		String text = (tag != null) ? tag.strip() : "";
		String transcribed = TRANSCRIBED.get(text);
		if (transcribed != null) {
			return transcribed;
		}
		boolean understood = !text.isEmpty() && !text.startsWith("x-")
				&& !Locale.forLanguageTag(text).getLanguage().isEmpty();
		return understood ? Locale.forLanguageTag(text).toLanguageTag() : undetermined(text, notes);
	}

	private static String undetermined(String text, Notes notes) {
		if (!text.isEmpty()) {
			notes.add("language", text);
		}
		return UNDETERMINED;
	}

}
