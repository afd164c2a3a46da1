package io.mokuroku.enrichment.image;

import java.time.Duration;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets operators ask for copies of pictures that are missing.
 */
@RestController
@Tag(name = "Pictures", description = "Our copies of pictures")
class BackfillController {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final BackfillImages images;

	BackfillController(BackfillImages images) {
		this.images = images;
	}

	/** Asks for the pictures of published entries that have no copy. */
	@PostMapping("/v1/images/backfill")
	@Operation(summary = "Ask for missing copies of pictures",
			description = "Of published entries without a copy; one that could not be had is asked for again once its "
					+ "time has come. Copies are made in the background.")
	ResponseEntity<BackfillImages.Backfill> backfill(
			@RequestParam(defaultValue = "1000") @Min(1) @Max(10_000) int limit) {
		try {
			return ResponseEntity.accepted().body(this.images.ask(limit));
		}
		catch (RetryableFailure ex) {
			throw ApiProblem.unavailable(SOON, "The catalogue cannot be read at the moment.", ex);
		}
	}

}
