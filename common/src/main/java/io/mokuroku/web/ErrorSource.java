package io.mokuroku.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a request an error is about. Exactly one member is present.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request's body
 * @param parameter name of a query or path parameter
 * @param header name of a request header
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorSource(
		@Schema(description = "JSON Pointer into the body",
				example = "/data/attributes/title") @Nullable String pointer,
		@Schema(description = "query or path parameter", example = "q") @Nullable String parameter,
		@Schema(description = "request header", example = "If-Match") @Nullable String header) {

	/** A field of the body. */
	public static ErrorSource pointer(String pointer) {
		return new ErrorSource(pointer, null, null);
	}

	/** A query or path parameter. */
	public static ErrorSource parameter(String name) {
		return new ErrorSource(null, name, null);
	}

	/** A header. */
	public static ErrorSource header(String name) {
		return new ErrorSource(null, null, name);
	}

}
