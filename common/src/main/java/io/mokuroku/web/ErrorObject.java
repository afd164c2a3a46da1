package io.mokuroku.web;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
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
 * @param meta {@code trace}: id of the trace that the request belongs to; some errors
 * tell more
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ErrorObject(
		@Schema(description = "identifies this occurrence; quote it when reporting a server error",
				requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid") String id,
		@Schema(description = "HTTP status", requiredMode = Schema.RequiredMode.REQUIRED,
				example = "404") String status,
		@Schema(description = "stable code to branch on", requiredMode = Schema.RequiredMode.REQUIRED,
				example = "not_found") String code,
		@Schema(description = "the same sentence for every occurrence of the code",
				requiredMode = Schema.RequiredMode.REQUIRED, example = "Not found") String title,
		@Schema(description = "what went wrong this time") @Nullable String detail,
		@Schema(description = "which part of the request it is about") @Nullable ErrorSource source,
		@Schema(description = "`trace`: id of the trace that the request belongs to") Map<String, Object> meta) {

	ErrorObject {
		meta = Map.copyOf(meta);
	}

}
