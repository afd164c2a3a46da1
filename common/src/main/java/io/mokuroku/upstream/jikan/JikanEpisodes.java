package io.mokuroku.upstream.jikan;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One page of an episode list.
 */
record JikanEpisodes(@Nullable List<Item> data, @Nullable Pagination pagination) {

	boolean hasNextPage() {
		return this.pagination != null && this.pagination.hasNextPage();
	}

	/** {@code title_romanji} is spelled like that. */
	record Item(@JsonProperty("mal_id") int number, @Nullable String title,
			@JsonProperty("title_japanese") @Nullable String titleJapanese,
			@JsonProperty("title_romanji") @Nullable String titleRomaji, @Nullable String aired) {
	}

	record Pagination(@JsonProperty("has_next_page") boolean hasNextPage) {
	}

}
