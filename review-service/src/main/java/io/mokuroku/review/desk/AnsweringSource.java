package io.mokuroku.review.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.animeschedule.AnimeScheduleRequests;
import io.mokuroku.upstream.shared.CacheKey;

/**
 * Who answered about an entry under one of its links.
 *
 * @param api the API that was asked, as keys of answers name it
 * @param link the page of the entry it was asked about, or searched by
 */
public record AnsweringSource(String api, SourceLink link) {

	private static final String SEARCHED = "animeschedule";

	private static final Map<Provider, List<String>> APIS = Map.of(Provider.MYANIMELIST, List.of("mal", "jikan"),
			Provider.ANIDB, List.of("anidb"), Provider.ANILIST, List.of("anilist"), Provider.KITSU, List.of("kitsu"),
			Provider.ANIMESCHEDULE, List.of(SEARCHED));

	public AnsweringSource {
		Objects.requireNonNull(api, "api");
		Objects.requireNonNull(link, "link");
	}

	/**
	 * Everybody who may have been asked about an entry. A search is by the first page it
	 * can be by.
	 */
	public static List<AnsweringSource> of(AnimeEntry entry) {
		Stream<AnsweringSource> pages = entry.sources()
			.stream()
			.flatMap((link) -> APIS.getOrDefault(link.provider(), List.of())
				.stream()
				.map((api) -> new AnsweringSource(api, link)));
		Stream<AnsweringSource> searches = entry.sources()
			.stream()
			.filter((link) -> AnimeScheduleRequests.search(link).isPresent())
			.limit(1)
			.map((link) -> new AnsweringSource(SEARCHED, link));
		return Stream.concat(pages, searches).toList();
	}

	/**
	 * Whether an answer with this id is about the link, and not the id of another site.
	 */
	boolean isAbout(CacheKey answer) {
		return !this.api.equals(SEARCHED) || AnimeScheduleRequests.search(this.link)
			.map((search) -> search.resource().equals(answer.resource()))
			.orElseGet(() -> !answer.resource().startsWith("anime-by-"));
	}

}
