package io.mokuroku.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.telemetry.TelemetryAutoConfiguration;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says of every operation how it may fail. What an operation says about itself stays.
 */
final class DocumentedErrors implements GlobalOpenApiCustomizer {

	private static final String DOCUMENT = "ErrorDocument";

	private static final Set<ErrorCode> ANYWHERE = EnumSet.of(ErrorCode.BAD_REQUEST, ErrorCode.NOT_ACCEPTABLE,
			ErrorCode.TOO_MANY_REQUESTS, ErrorCode.INTERNAL_ERROR, ErrorCode.SERVICE_UNAVAILABLE);

	@Override
	public void customise(OpenAPI document) {
		Components components = (document.getComponents() != null) ? document.getComponents() : new Components();
		document.setComponents(components);
		ResolvedSchema schema = ModelConverters.getInstance(true)
			.resolveAsResolvedSchema(new AnnotatedType(ErrorDocument.class).resolveAsRef(false));
		schema.referencedSchemas.forEach(components::addSchemas);
		components.addSchemas(DOCUMENT, schema.schema);
		if (document.getPaths() == null) {
			return;
		}
		document.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((_, operation) -> describe(components, path, operation)));
	}

	private static void describe(Components components, String path, Operation operation) {
		ApiResponses responses = (operation.getResponses() != null) ? operation.getResponses() : new ApiResponses();
		operation.setResponses(responses);
		for (ErrorCode code : failures(path, operation)) {
			String status = Integer.toString(code.status());
			String name = "Error" + status;
			if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
				components.addResponses(name, response(code));
			}
			responses.computeIfAbsent(status, (_) -> new ApiResponse().$ref("#/components/responses/" + name));
		}
	}

	private static List<ErrorCode> failures(String path, Operation operation) {
		List<ErrorCode> codes = new ArrayList<>(ANYWHERE);
		codes.add(ErrorCode.UNAUTHENTICATED);
		codes.add(ErrorCode.FORBIDDEN);
		if (path.contains("{")) {
			codes.add(ErrorCode.NOT_FOUND);
		}
		if (operation.getRequestBody() != null) {
			codes.add(ErrorCode.BODY_TOO_LARGE);
			codes.add(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
		}
		return codes;
	}

	private static ApiResponse response(ErrorCode code) {
		String codes = EnumSet.allOf(ErrorCode.class)
			.stream()
			.filter((each) -> each.status() == code.status())
			.map((each) -> "`" + each.code() + "`")
			.collect(Collectors.joining(", "));
		ApiResponse response = new ApiResponse().description(code.title() + ". Codes: " + codes)
			.content(new Content().addMediaType(ErrorDocument.MEDIA_TYPE,
					new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + DOCUMENT))));
		response.addHeaderObject(TelemetryAutoConfiguration.TRACE_ID,
				new Header().description("id of the trace that the request belongs to").schema(type("string")));
		if (code == ErrorCode.TOO_MANY_REQUESTS || code == ErrorCode.SERVICE_UNAVAILABLE) {
			response.addHeaderObject("Retry-After",
					new Header().description("seconds until another try is worthwhile").schema(type("integer")));
		}
		if (code == ErrorCode.UNAUTHENTICATED || code == ErrorCode.FORBIDDEN) {
			response.addHeaderObject("WWW-Authenticate",
					new Header().description("what is wrong with the token (RFC 6750)").schema(type("string")));
		}
		return response;
	}

	private static Schema<?> type(String name) {
		return new JsonSchema().typesItem(name);
	}

}
