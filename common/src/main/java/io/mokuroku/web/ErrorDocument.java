package io.mokuroku.web;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of every failed request.
 *
 * @param errors at least one
 */
record ErrorDocument(
		@Schema(description = "at least one", requiredMode = Schema.RequiredMode.REQUIRED) List<ErrorObject> errors) {

	static final String MEDIA_TYPE = "application/vnd.api+json";

	private static final JsonMapper JSON = JsonMapper.shared();

	ErrorDocument {
		errors = List.copyOf(errors);
		if (errors.isEmpty()) {
			throw new IllegalArgumentException("an error document names at least one error");
		}
	}

	byte[] toJson() {
		return JSON.writeValueAsBytes(this);
	}

}
