package io.mokuroku.catalogue;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who made an anime, and from what.
 *
 * @param studios the animation studios
 * @param producers the companies that paid
 * @param sourceMaterial the medium it adapts (Manga, Light novel, Original, …)
 * @param licensors the companies that publish it elsewhere
 * @param country where it was made, ISO 3166 alpha-2
 */
public record Production(List<String> studios, List<String> producers, @Nullable String sourceMaterial,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> licensors,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String country) {

	@SuppressWarnings("NullAway") // an empty list is not stored
	public Production {
		studios = List.copyOf(studios);
		producers = List.copyOf(producers);
		licensors = (licensors != null) ? List.copyOf(licensors) : List.of();
	}

	/** What the dataset tells of it. */
	public Production(List<String> studios, List<String> producers, @Nullable String sourceMaterial) {
		this(studios, producers, sourceMaterial, List.of(), null);
	}

}
