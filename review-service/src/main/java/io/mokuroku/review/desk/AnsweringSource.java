package io.mokuroku.review.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.shared.CacheKey;

/**
 * Who answered about an entry under one of its links.
 *
 * @param api the API that was asked, as keys of answers name it
 * @param link the page of the entry it was asked about
 */
public record AnsweringSource(String api, SourceLink link) {

	private static final Map<Provider, List<String>> APIS = Map.of(Provider.MYANIMELIST, List.of("mal", "jikan"),
			Provider.ANIDB, List.of("anidb"), Provider.ANILIST, List.of("anilist"), Provider.KITSU, List.of("kitsu"),
			Provider.ANIMESCHEDULE, List.of("animeschedule"));

	public AnsweringSource {
		Objects.requireNonNull(api, "api");
		Objects.requireNonNull(link, "link");
	}

	/** Everybody who may have been asked about an entry. */
	public static List<AnsweringSource> of(AnimeEntry entry) {
		return entry.sources()
			.stream()
			.flatMap((link) -> APIS.getOrDefault(link.provider(), List.of())
				.stream()
				.map((api) -> new AnsweringSource(api, link)))
			.toList();
	}

	/**
	 * Whether an answer with this id is about the link, and not the id of another site.
	 */
	boolean isAbout(CacheKey answer) {
		return this.link.provider() != Provider.ANIMESCHEDULE || !answer.resource().startsWith("anime-by-");
	}

}
