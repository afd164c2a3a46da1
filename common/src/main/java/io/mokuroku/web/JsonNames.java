package io.mokuroku.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Translates the property paths of Bean Validation ({@code items[2].sourceUrl}) into JSON
 * Pointers with the names that the client wrote ({@code /items/2/source_url}).
 */
final class JsonNames {

	private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([^]]*)]");

	private final JsonMapper mapper;

	JsonNames(JsonMapper mapper) {
		this.mapper = mapper;
	}

	String pointer(Class<?> bodyType, String path) {
		StringBuilder pointer = new StringBuilder();
		JavaType type = this.mapper.constructType(bodyType);
		Matcher step = STEP.matcher(path);
		while (step.find()) {
			String name = step.group(1);
			if (name == null) {
				pointer.append('/').append(escape(step.group(2)));
				type = (type != null) ? type.getContentType() : null;
			}
			else {
				BeanPropertyDefinition property = find(type, name);
				pointer.append('/').append(escape((property != null) ? property.getName() : name));
				type = (property != null) ? property.getPrimaryType() : null;
			}
		}
		return pointer.toString();
	}

	static String escape(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}

	private @Nullable BeanPropertyDefinition find(@Nullable JavaType type, String name) {
		if (type == null || type.isContainerType()) {
			return null;
		}
		DeserializationConfig config = this.mapper.deserializationConfig();
		var introspector = config.classIntrospectorInstance();
		return introspector.introspectForDeserialization(type, introspector.introspectClassAnnotations(type))
			.findProperties()
			.stream()
			.filter((property) -> name.equals(property.getInternalName()))
			.findFirst()
			.orElse(null);
	}

}
