package io.mokuroku.upstream.kitsu;

import io.mokuroku.upstream.UpstreamRequest;

/**
 * The questions Kitsu is asked, so that whoever asks one gets the remembered answer of
 * the other.
 */
public final class KitsuRequests {

	/** More are not given at once. */
	static final int PER_PAGE = 20;

	/** Everything about an anime itself fits in one answer. */
	private static final String ALL = "genres,categories,mappings,animeProductions.producer,"
			+ "mediaRelationships.destination,streamingLinks.streamer";

	private KitsuRequests() {
	}

	/** All about an anime itself, as a list of one. */
	public static UpstreamRequest anime(String id) {
		return animeBy("id", id);
	}

	/** The same by its name in addresses. */
	static UpstreamRequest animeBySlug(String slug) {
		return animeBy("slug", slug);
	}

	/** A page of its episodes, from 1. */
	public static UpstreamRequest episodes(String id, int page) {
		return paged(UpstreamRequest.get("episodes", id, "/episodes")
			.query("filter[mediaType]", "Anime")
			.query("filter[mediaId]", id)
			.query("sort", "number"), page);
	}

	/**
	 * A page of its people.
	 * @param part {@code characters} or {@code staff}
	 * @param page from 1
	 */
	public static UpstreamRequest people(String id, String part, int page) {
		String include = part.equals("characters") ? "character,voices.person" : "person";
		return paged(UpstreamRequest.get(part, id, "/anime/" + id + "/" + part).query("include", include), page);
	}

	private static UpstreamRequest animeBy(String filter, String id) {
		return UpstreamRequest.get("anime-by-" + filter, id, "/anime")
			.query("filter[" + filter + "]", id)
			.query("include", ALL);
	}

	private static UpstreamRequest paged(UpstreamRequest request, int page) {
		return request.query("page[limit]", PER_PAGE).query("page[offset]", (page - 1) * PER_PAGE).page(page);
	}

}
