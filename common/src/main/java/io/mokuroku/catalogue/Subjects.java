package io.mokuroku.catalogue;

import java.util.List;

/**
 * What an anime is about and for whom.
 *
 * @param genres from the controlled list (Action, Sci-Fi, …)
 * @param themes settings and motifs (School, Time Travel, …)
 * @param demographics the intended readers (Shounen, Josei, …)
 * @param tags everything else, lower case, as the dataset has it
 */
public record Subjects(List<String> genres, List<String> themes, List<String> demographics, List<String> tags) {

	public Subjects {
		genres = List.copyOf(genres);
		themes = List.copyOf(themes);
		demographics = List.copyOf(demographics);
		tags = List.copyOf(tags);
	}

	/** Tags alone, as the dataset has them. */
	public static Subjects ofTags(List<String> tags) {
		return new Subjects(List.of(), List.of(), List.of(), tags);
	}

}
