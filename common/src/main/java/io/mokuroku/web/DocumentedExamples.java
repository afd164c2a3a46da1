package io.mokuroku.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows what was really asked and answered. Files in the folder {@code api-examples} of
 * the class path have the name of an operation: {@code search.json}, {@code feed.ics},
 * {@code answer.events} are answers by success, {@code answer-request.json} is a body.
 * Those with the name of a failure, as {@code Error404.json}, belong to all operations.
 */
final class DocumentedExamples implements GlobalOpenApiCustomizer {

	private static final String FOLDER = "/api-examples/";

	private static final JsonMapper JSON = JsonMapper.shared();

	@Override
	public void customise(OpenAPI document) {
		if (document.getPaths() != null) {
			document.getPaths().values().forEach((path) -> path.readOperations().forEach(DocumentedExamples::show));
		}
		if (document.getComponents() != null && document.getComponents().getResponses() != null) {
			document.getComponents().getResponses().forEach((name, response) -> show(name, response.getContent()));
		}
	}

	private static void show(Operation operation) {
		String name = operation.getOperationId();
		for (Map.Entry<String, ApiResponse> response : operation.getResponses().entrySet()) {
			if (response.getKey().startsWith("2")) {
				show(name, response.getValue().getContent());
			}
		}
		Stream.ofNullable(operation.getParameters())
			.flatMap(List::stream)
			.filter((parameter) -> parameter.getExample() != null && isText(parameter))
			.forEach((parameter) -> parameter.setExample(parameter.getExample().toString()));
		if (operation.getRequestBody() != null) {
			show(name + "-request", operation.getRequestBody().getContent());
		}
	}

	/** What looks like a number is read as one, even where it is a text. */
	private static boolean isText(Parameter parameter) {
		Schema<?> schema = parameter.getSchema();
		return schema != null && ("string".equals(schema.getType())
				|| (schema.getTypes() != null && schema.getTypes().contains("string")));
	}

	private static void show(String name, @Nullable Content content) {
		if (content != null) {
			content.forEach((type, media) -> find(name, type).ifPresent((example) -> show(media, example)));
		}
	}

	/** An example of a description that has one already is not replaced. */
	private static void show(MediaType media, Object example) {
		if (media.getExample() == null && media.getExamples() == null) {
			media.setExample(example);
		}
	}

	private static Optional<Object> find(String name, String mediaType) {
		if (mediaType.endsWith("json")) {
			return read(name + ".json").map((json) -> JSON.readValue(json, Object.class));
		}
		return switch (mediaType) {
			case "text/calendar" -> read(name + ".ics").map(Object.class::cast);
			case "text/event-stream" -> read(name + ".events").map(Object.class::cast);
			default -> Optional.empty();
		};
	}

	private static Optional<String> read(String file) {
		try (InputStream bytes = DocumentedExamples.class.getResourceAsStream(FOLDER + file)) {
			return (bytes != null) ? Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
					: Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
