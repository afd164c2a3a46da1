package io.mokuroku.search.agentic.tool;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Reads what a model wrote for a tool, as strictly as a request of a client: no field
 * that nobody reads, no value of another type.
 */
final class Arguments {

	private final JsonMapper strict = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.withCoercionConfig(LogicalType.Textual, (texts) -> {
			texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
			texts.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
			texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
		})
		.build();

	private final Validator validator;

	Arguments(Validator validator) {
		this.validator = validator;
	}

	<T> T read(@Nullable JsonNode written, Class<T> type) throws Wrong {
		if (written == null || !written.isObject()) {
			throw new Wrong("the arguments are no JSON object");
		}
		T arguments;
		try {
			arguments = this.strict.treeToValue(written, type);
		}
		catch (UnrecognizedPropertyException ex) {
			throw new Wrong("%s is not known here".formatted(path(ex)));
		}
		catch (JacksonException ex) {
			throw new Wrong("%s is not valid".formatted(path(ex)));
		}
		Set<ConstraintViolation<T>> violations = this.validator.validate(arguments);
		if (!violations.isEmpty()) {
			throw new Wrong(violations.stream()
				.map((violation) -> "%s %s".formatted(violation.getPropertyPath(), violation.getMessage()))
				.sorted()
				.collect(Collectors.joining("; ")));
		}
		return arguments;
	}

	JsonNode tree(Object arguments) {
		return this.strict.valueToTree(arguments);
	}

	private static String path(JacksonException failure) {
		String path = failure.getPath()
			.stream()
			.map((part) -> (part.getPropertyName() != null) ? part.getPropertyName()
					: Integer.toString(part.getIndex()))
			.collect(Collectors.joining("."));
		return path.isEmpty() ? "something" : path;
	}

	/** Arguments that cannot be used, in words for the model that wrote them. */
	static final class Wrong extends Exception {

		Wrong(String message) {
			super(message);
		}

	}

}
