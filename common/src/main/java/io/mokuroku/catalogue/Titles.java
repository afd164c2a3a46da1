package io.mokuroku.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The names of an anime.
 *
 * @param main the name it is listed by, mostly romaji; never blank
 * @param english the official English name
 * @param japanese the name in the original script
 * @param synonyms other names in any language, without those above and without doubles
 */
public record Titles(String main, @Nullable String english, @Nullable String japanese, List<String> synonyms) {

	/** Lists of synonyms are cut here. */
	public static final int MOST_SYNONYMS = 100;

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
