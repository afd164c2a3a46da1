package io.mokuroku.upstream.jikan;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One page of an episode list. The list tells scores, a single episode its length and
 * text.
 */
record JikanEpisodes(@Nullable List<Item> data, @Nullable Pagination pagination) {

	boolean hasNextPage() {
		return this.pagination != null && Boolean.TRUE.equals(this.pagination.hasNextPage());
	}

	record Single(Item data) {

		Single {
			Objects.requireNonNull(data, "data");
		}

	}

	/** {@code title_romanji} is spelled like that. */
	record Item(@JsonProperty("mal_id") @Nullable Integer number, @Nullable String url, @Nullable String title,
			@JsonProperty("title_japanese") @Nullable String titleJapanese,
			@JsonProperty("title_romanji") @Nullable String titleRomaji, @Nullable String aired,
			@Nullable Integer duration, @Nullable Double score, @Nullable Boolean filler, @Nullable Boolean recap,
			@Nullable String synopsis) {
	}

	record Pagination(@JsonProperty("has_next_page") @Nullable Boolean hasNextPage) {
	}

}
