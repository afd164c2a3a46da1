package io.mokuroku.upstream.kitsu;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One page of an episode list.
 */
record KitsuEpisodes(@Nullable List<Item> data, @Nullable Links links) {

	boolean hasNextPage() {
		return this.links != null && this.links.next() != null;
	}

	record Item(@Nullable Attributes attributes) {
	}

	record Attributes(@Nullable Map<String, @Nullable String> titles, @Nullable String canonicalTitle,
			@Nullable Integer number, @Nullable Integer relativeNumber, @Nullable String synopsis,
			@Nullable String airdate, @Nullable Integer length, @Nullable Map<String, Object> thumbnail) {
	}

	record Links(@Nullable String next) {
	}

}
