package io.mokuroku.search.agentic.tool;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.mokuroku.search.index.Vocabulary;
import io.mokuroku.search.title.FoldedTitle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the catalogue's own words for those of a model, which spells them as it likes. A
 * filter by a word that the catalogue does not have would find nothing.
 */
final class KnownWords {

	private final Supplier<Vocabulary> vocabulary;

	private volatile Known known = new Known(new Vocabulary(Set.of(), Set.of()), Map.of(), Map.of());

	KnownWords(Supplier<Vocabulary> vocabulary) {
		this.vocabulary = vocabulary;
	}

	/**
	 * A filter in the words of the catalogue.
	 * @param unknown takes what it has no word for, of what is wanted
	 * @param ignored takes what it has no word for, of what is not wanted
	 */
	Wanted known(Wanted wanted, Collection<String> unknown, Collection<String> ignored) {
		Known words = words();
		return new Wanted(wanted.types(), wanted.statuses(), wanted.seasons(), wanted.years(), wanted.episodes(),
				wanted.score(), known(wanted.subjects(), words.subjects(), unknown),
				known(wanted.studios(), words.studios(), unknown),
				known(wanted.withoutSubjects(), words.subjects(), ignored),
				known(wanted.withoutStudios(), words.studios(), ignored));
	}

	private static @Nullable List<String> known(@Nullable List<String> names, Map<String, String> words,
			Collection<String> others) {
		if (names == null) {
			return null;
		}
		return names.stream().flatMap((name) -> {
			String word = words.get(key(name));
			if (word == null) {
				others.add(name.strip());
			}
			return Stream.ofNullable(word);
		}).toList();
	}

	private Known words() {
		Vocabulary now = this.vocabulary.get();
		Known latest = this.known;
		if (!latest.vocabulary().equals(now)) {
			latest = new Known(now, byKey(now.subjects()), byKey(now.studios()));
			this.known = latest;
		}
		return latest;
	}

	private static Map<String, String> byKey(Collection<String> names) {
		Map<String, String> byKey = new HashMap<>();
		names.forEach((name) -> byKey.put(key(name), name));
		return byKey;
	}

	private static String key(String words) {
		return String.join("", FoldedTitle.of(words).plain());
	}

	/**
	 * The words of a vocabulary by their letters alone.
	 */
	private record Known(Vocabulary vocabulary, Map<String, String> subjects, Map<String, String> studios) {
	}

}
