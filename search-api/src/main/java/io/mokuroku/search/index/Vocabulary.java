package io.mokuroku.search.index;

import java.util.Set;

/**
 * The words by which anime can be filtered, lower case.
 *
 * @param subjects genres, themes, demographics and tags of anime that may be shown
 * @param studios their studios
 */
public record Vocabulary(Set<String> subjects, Set<String> studios) {

	public Vocabulary {
		subjects = Set.copyOf(subjects);
		studios = Set.copyOf(studios);
	}

}
