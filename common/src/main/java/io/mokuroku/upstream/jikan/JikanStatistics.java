package io.mokuroku.upstream.jikan;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How lists and ratings spread.
 */
record JikanStatistics(@Nullable Long watching, @Nullable Long completed,
		@JsonProperty("on_hold") @Nullable Long onHold, @Nullable Long dropped,
		@JsonProperty("plan_to_watch") @Nullable Long planToWatch, @Nullable List<Score> scores) {

	record Document(JikanStatistics data) {

		Document {
			Objects.requireNonNull(data, "data");
		}

	}

	record Score(@Nullable Integer score, @Nullable Long votes) {
	}

}
