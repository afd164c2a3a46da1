package io.mokuroku.catalogue;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What an anime is about and for whom.
 *
 * @param genres from the controlled list (Action, Sci-Fi, …)
 * @param themes settings and motifs (School, Time Travel, …)
 * @param demographics the intended readers (Shounen, Josei, …)
 * @param tags everything else, lower case, as the dataset has it
 * @param contentWarnings what some would rather not see
 */
public record Subjects(List<String> genres, List<String> themes, List<String> demographics, List<String> tags,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> contentWarnings) {

	@SuppressWarnings("NullAway") // an empty list is not stored
	public Subjects {
		genres = List.copyOf(genres);
		themes = List.copyOf(themes);
		demographics = List.copyOf(demographics);
		tags = List.copyOf(tags);
		contentWarnings = (contentWarnings != null) ? List.copyOf(contentWarnings) : List.of();
	}

	/** Subjects nobody warns of. */
	public Subjects(List<String> genres, List<String> themes, List<String> demographics, List<String> tags) {
		this(genres, themes, demographics, tags, List.of());
	}

	/** Tags alone, as the dataset has them. */
	public static Subjects ofTags(List<String> tags) {
		return new Subjects(List.of(), List.of(), List.of(), tags);
	}

}
