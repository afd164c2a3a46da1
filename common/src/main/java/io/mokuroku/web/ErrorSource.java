package io.mokuroku.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a request an error is about. Exactly one member is present.
 *
 * @param pointer JSON Pointer (RFC 6901) into the request's body
 * @param parameter name of a query or path parameter
 * @param header name of a request header
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorSource(@Nullable String pointer, @Nullable String parameter, @Nullable String header) {

	public static ErrorSource pointer(String pointer) {
		return new ErrorSource(pointer, null, null);
	}

	public static ErrorSource parameter(String name) {
		return new ErrorSource(null, name, null);
	}

	public static ErrorSource header(String name) {
		return new ErrorSource(null, null, name);
	}

}
