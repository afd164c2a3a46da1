package io.mokuroku.review.desk;

import io.mokuroku.review.decision.DecisionSchema;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the schema of decisions: to programs, and to the pages of the portal for whoever
 * is signed in there.
 */
@RestController
class DecisionSchemaController {

	private static final String JSON_SCHEMA = "application/schema+json";

	@GetMapping(path = "/v1/reviews/decision-schema", produces = JSON_SCHEMA)
	@Operation(summary = "The JSON Schema of decisions", description = "The one the service itself checks them by.")
	String schema() {
		return DecisionSchema.load().text();
	}

	@Hidden
	@GetMapping(path = "/portal/decision.schema.json", produces = JSON_SCHEMA)
	String schemaForPages() {
		return schema();
	}

}
