package io.mokuroku.catalogue;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The names of an anime.
 *
 * @param main the name it is listed by, mostly romaji; never blank
 * @param english the official English name
 * @param japanese the name in the original script
 * @param synonyms other names in any language, without those above and without doubles
 * @param byLanguage the names whose language providers tell, those above included, by BCP
 * 47 tag ({@code ja}, {@code ja-Latn}, {@code en}); {@code und} where they named one
 * nobody understood
 */
public record Titles(String main, @Nullable String english, @Nullable String japanese, List<String> synonyms,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> byLanguage) {

	/** Lists of synonyms are cut here. */
	public static final int MOST_SYNONYMS = 100;

	@SuppressWarnings("NullAway") // an empty map is not stored
	public Titles {
		main = main.strip();
		if (main.isEmpty()) {
			throw new IllegalArgumentException("An anime needs a title");
		}
		Set<String> others = new LinkedHashSet<>();
		synonyms.stream().map(String::strip).filter((title) -> !title.isEmpty()).forEach(others::add);
		others.remove(main);
		others.remove(english);
		others.remove(japanese);
		synonyms = others.stream().limit(MOST_SYNONYMS).toList();
		Map<String, List<String>> languages = new TreeMap<>();
		if (byLanguage != null) {
			byLanguage.forEach((language, titles) -> languages.put(language, List.copyOf(titles)));
		}
		byLanguage = Collections.unmodifiableMap(languages);
	}

	/** Names of which no other language is known. */
	public Titles(String main, @Nullable String english, @Nullable String japanese, List<String> synonyms) {
		this(main, english, japanese, synonyms, Map.of());
	}

	/** Every name, the main one first, each once. */
	public List<String> all() {
		Set<String> names = new LinkedHashSet<>();
		names.add(this.main);
		if (this.english != null) {
			names.add(this.english);
		}
		if (this.japanese != null) {
			names.add(this.japanese);
		}
		names.addAll(this.synonyms);
		return List.copyOf(names);
	}

}
