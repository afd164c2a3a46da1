package io.mokuroku.upstream;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The names a provider uses.
 *
 * @param main the one it lists the anime by
 * @param english the official English one
 * @param japanese the one in the original script
 * @param synonyms all others
 * @param byLanguage the names whose language it tells, by BCP 47 tag ({@code ja},
 * {@code ja-Latn}, {@code en}); they stand above or among the synonyms as well
 */
public record TitleFacts(@Nullable String main, @Nullable String english, @Nullable String japanese,
		List<String> synonyms, Map<String, List<String>> byLanguage) {

	/** No name. */
	public static final TitleFacts NONE = new TitleFacts(null, null, null, List.of(), Map.of());

	public TitleFacts {
		synonyms = List.copyOf(synonyms);
		byLanguage = Map.copyOf(new TreeMap<>(byLanguage));
	}

	/** Names of which no other language is told. */
	public static TitleFacts of(@Nullable String main, @Nullable String english, @Nullable String japanese,
			List<String> synonyms) {
		return new TitleFacts(main, english, japanese, synonyms, Map.of());
	}

}
