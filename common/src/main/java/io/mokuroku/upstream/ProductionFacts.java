package io.mokuroku.upstream;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.SourceMaterial;
import org.jspecify.annotations.Nullable;

/**
 * Who a provider says made an anime, and from what.
 *
 * @param studios the animation studios
 * @param producers the companies that paid
 * @param licensors the companies that publish it abroad
 * @param sourceMaterial the medium it adapts
 * @param sourceLabel the medium in the provider's words
 * @param openings the songs it opens with
 * @param endings the songs it ends with
 */
public record ProductionFacts(List<Company> studios, List<Company> producers, List<Company> licensors,
		@Nullable SourceMaterial sourceMaterial, @Nullable String sourceLabel, List<ThemeSong> openings,
		List<ThemeSong> endings) {

	/** Nothing known. */
	public static final ProductionFacts NONE = new ProductionFacts(List.of(), List.of(), List.of(), null, null,
			List.of(), List.of());

	public ProductionFacts {
		studios = List.copyOf(studios);
		producers = List.copyOf(producers);
		licensors = List.copyOf(licensors);
		openings = List.copyOf(openings);
		endings = List.copyOf(endings);
	}

	/**
	 * A company.
	 *
	 * @param name its name
	 * @param page the provider's page about it
	 */
	public record Company(String name, @Nullable URI page) {

		public Company {
			Objects.requireNonNull(name, "name");
		}

		/** The names alone. */
		public static List<String> names(List<Company> companies) {
			return companies.stream().map(Company::name).toList();
		}

	}

	/**
	 * A song.
	 *
	 * @param sequence which opening or ending it is, from 1
	 * @param title its title; the whole line where it could not be taken apart
	 * @param titleNative its title in the original script
	 * @param artist who performs it
	 * @param episodes in which episodes it is heard ({@code eps 1-12})
	 * @param raw the provider's line
	 */
	public record ThemeSong(@Nullable Integer sequence, String title, @Nullable String titleNative,
			@Nullable String artist, @Nullable String episodes, String raw) {

		public ThemeSong {
			Objects.requireNonNull(title, "title");
			Objects.requireNonNull(raw, "raw");
		}

	}

}
