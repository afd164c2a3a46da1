package io.mokuroku.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

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
 * @param companies each company named above once, with its identity and pages
 */
public record Production(List<String> studios, List<String> producers, @Nullable String sourceMaterial,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> licensors,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String country,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Company> companies) {

	@SuppressWarnings("NullAway") // an empty list is not stored
	public Production {
		studios = List.copyOf(studios);
		producers = List.copyOf(producers);
		licensors = (licensors != null) ? List.copyOf(licensors) : List.of();
		companies = (companies != null) ? List.copyOf(companies) : List.of();
	}

	/** Of whose companies no more than names are known. */
	public Production(List<String> studios, List<String> producers, @Nullable String sourceMaterial,
			List<String> licensors, @Nullable String country) {
		this(studios, producers, sourceMaterial, licensors, country, List.of());
	}

	/** What the dataset tells of it. */
	public Production(List<String> studios, List<String> producers, @Nullable String sourceMaterial) {
		this(studios, producers, sourceMaterial, List.of(), null);
	}

	/**
	 * A company.
	 *
	 * @param id minted from its name, so that it is the same in every anime
	 * @param name as it stands among those who made the anime
	 * @param links providers' pages about it, sorted
	 */
	public record Company(UUID id, String name, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<URI> links) {

		@SuppressWarnings("NullAway") // an empty list is not stored
		public Company {
			Objects.requireNonNull(id, "id");
			Objects.requireNonNull(name, "name");
			links = (links != null) ? links.stream().distinct().sorted().toList() : List.of();
		}

	}

}
