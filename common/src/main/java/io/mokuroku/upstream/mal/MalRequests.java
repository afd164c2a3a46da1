package io.mokuroku.upstream.mal;

import io.mokuroku.upstream.UpstreamRequest;

/**
 * The question MyAnimeList's own API is asked.
 */
public final class MalRequests {

	private MalRequests() {
	}

	/** All about an anime. */
	public static UpstreamRequest anime(String id) {
		return UpstreamRequest.get("anime", id, "/anime/" + id).query("fields", MalAnime.FIELDS);
	}

}
