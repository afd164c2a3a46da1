package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How a stage of an entry's last enrichment went.
 *
 * @param status how it went
 * @param at when its result was put together
 * @param sources who it heard, sorted
 * @param errors codes of what went wrong, never a whole message
 */
public record StageResult(Status status, Instant at, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Provider> sources,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> errors) {

	@SuppressWarnings("NullAway") // an empty list is not stored
	public StageResult {
		Objects.requireNonNull(status, "status");
		Objects.requireNonNull(at, "at");
		sources = (sources != null) ? sources.stream().distinct().sorted().toList() : List.of();
		errors = (errors != null) ? errors.stream().distinct().sorted().toList() : List.of();
	}

	/** How a stage can go. */
	public enum Status {

		/** Every source that could say something was heard. */
		OK,

		/** Some source could not be heard; what it said last time stands. */
		DEGRADED,

		/** It brought nothing; what it found last time stands. */
		FAILED,

		/** No source that is switched on knows of such things. */
		SKIPPED_NO_SOURCE

	}

}
