package io.mokuroku.search.query;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.mokuroku.search.index.AnimeField;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says which fields and groups the parameter {@code filter} has, so that a client that is
 * generated from the document has them, too.
 */
final class DocumentedFilters implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		document.getPaths()
			.values()
			.stream()
			.flatMap((path) -> path.readOperations().stream())
			.flatMap((operation) -> Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
			.filter((parameter) -> FilterParameters.FAMILY.equals(parameter.getName()))
			.forEach((parameter) -> parameter.setSchema(filters()));
	}

	/** A field has a value, or operators with their values: of neither one type. */
	private static Schema<?> filters() {
		Schema<?> filters = new JsonSchema().typesItem("object");
		Stream.concat(Arrays.stream(AnimeField.values()).map(FieldNames::of), Stream.of(FilterParameter.FRANCHISE))
			.sorted()
			.forEach((field) -> filters.addProperty(field, new JsonSchema()));
		Stream.of("must", "mustNot", "should")
			.forEach((group) -> filters.addProperty(group, new JsonSchema().typesItem("object")));
		return filters;
	}

}
