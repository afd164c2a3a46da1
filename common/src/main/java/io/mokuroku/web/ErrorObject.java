package io.mokuroku.web;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One error of a <a href="https://jsonapi.org/format/#error-objects">JSON:API</a> error
 * document.
 *
 * @param id identifies this occurrence; the service's log names it for server errors
 * @param status HTTP status as a string
 * @param code stable code, see {@link ErrorCode}
 * @param title one sentence, the same for every occurrence of the code
 * @param detail what went wrong this time
 * @param source which part of the request it is about
 * @param meta {@code trace}: id of the trace that the request belongs to
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ErrorObject(String id, String status, String code, String title, @Nullable String detail,
		@Nullable ErrorSource source, Map<String, String> meta) {

	ErrorObject {
		meta = Map.copyOf(meta);
	}

}
