package io.mokuroku.upstream.jikan;

import io.mokuroku.upstream.UpstreamRequest;

/**
 * The questions an API in the form of Jikan is asked, so that whoever asks one gets the
 * remembered answer of the other.
 */
public final class JikanRequests {

	private JikanRequests() {
	}

	/** All about an anime itself. */
	public static UpstreamRequest anime(String id) {
		return UpstreamRequest.get("anime", id, "/anime/" + id + "/full");
	}

	/** A page of its episodes, from 1. */
	public static UpstreamRequest episodes(String id, int page) {
		return about(id, "episodes").query("page", page).page(page);
	}

	/** One episode. */
	public static UpstreamRequest episode(String id, int number) {
		return UpstreamRequest.get("episode", id, "/anime/" + id + "/episodes/" + number).page(number);
	}

	/** Another part of it: {@code characters}, {@code staff} or {@code statistics}. */
	public static UpstreamRequest about(String id, String part) {
		return UpstreamRequest.get(part, id, "/anime/" + id + "/" + part);
	}

}
