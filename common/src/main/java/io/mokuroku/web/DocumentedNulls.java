package io.mokuroku.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Says that a property which need not be there may be null as well, because we write
 * unknown values as null.
 */
final class DocumentedNulls implements GlobalOpenApiCustomizer {

	@Override
	@SuppressWarnings("rawtypes")
	public void customise(OpenAPI document) {
		if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
			return;
		}
		for (Schema<?> schema : document.getComponents().getSchemas().values()) {
			Map<String, Schema> properties = schema.getProperties();
			if (properties == null) {
				continue;
			}
			List<String> required = (schema.getRequired() != null) ? schema.getRequired() : List.of();
			Map<String, Schema> changed = new LinkedHashMap<>();
			properties
				.forEach((name, property) -> changed.put(name, required.contains(name) ? property : orNull(property)));
			schema.setProperties(changed);
		}
	}

	private static Schema<?> orNull(Schema<?> property) {
		Set<String> types = property.getTypes();
		if (property.get$ref() != null || property.getEnum() != null) {
			return new JsonSchema().anyOf(List.of(property, new JsonSchema().typesItem("null")));
		}
		if (types != null && !types.contains("null")) {
			Set<String> wider = new LinkedHashSet<>(types);
			wider.add("null");
			property.setTypes(wider);
		}
		return property;
	}

}
