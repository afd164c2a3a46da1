package io.mokuroku.upstream;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a provider says an anime is about, in its own labels.
 *
 * @param genres its genres
 * @param themes settings and motifs
 * @param demographics the intended readers
 * @param tags everything else, with what is needed to sort it
 */
public record SubjectFacts(List<String> genres, List<String> themes, List<String> demographics, List<Tag> tags) {

	/** Nothing known. */
	public static final SubjectFacts NONE = new SubjectFacts(List.of(), List.of(), List.of(), List.of());

	public SubjectFacts {
		genres = List.copyOf(genres);
		themes = List.copyOf(themes);
		demographics = List.copyOf(demographics);
		tags = List.copyOf(tags);
	}

	/**
	 * A label that visitors gave.
	 *
	 * @param name the label
	 * @param description what it means
	 * @param category where the provider files it ({@code Theme-Sci-Fi},
	 * {@code Demographic})
	 * @param rank how much it applies, from 0 to 100; absent if that is not told
	 * @param spoiler whether it gives something away
	 * @param adult whether it is for adults alone
	 */
	public record Tag(String name, @Nullable String description, @Nullable String category, @Nullable Integer rank,
			boolean spoiler, boolean adult) {

		public Tag {
			Objects.requireNonNull(name, "name");
			if (rank != null && (rank < 0 || rank > 100)) {
				throw new IllegalArgumentException("A rank lies between 0 and 100: " + rank);
			}
		}

		/** A label of which nothing else is told. */
		public static Tag of(String name) {
			return new Tag(name, null, null, null, false, false);
		}

	}

}
