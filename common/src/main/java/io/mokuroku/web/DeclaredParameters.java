package io.mokuroku.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * The query parameters that a handler method declares.
 *
 * @param names their names, sorted; {@code family[...]} for all of a
 * {@link ParameterFamily}
 * @param any whether the method takes whatever comes, as one with a parameter
 * {@code @RequestParam Map} does
 */
record DeclaredParameters(Set<String> names, boolean any) {

	private static final String ANY_MEMBER = "[...]";

	/** Whether a parameter of that name is declared, by itself or with its family. */
	boolean has(String name) {
		int bracket = name.indexOf('[');
		return this.names.contains(name)
				|| (bracket > 0 && this.names.contains(name.substring(0, bracket) + ANY_MEMBER));
	}

	static DeclaredParameters of(HandlerMethod handler) {
		Set<String> names = new TreeSet<>();
		boolean any = false;
		for (MethodParameter parameter : handler.getMethodParameters()) {
			Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
			RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
			ParameterFamily family = parameter.getParameterAnnotation(ParameterFamily.class);
			if (family != null) {
				names.add(family.value() + ANY_MEMBER);
			}
			else if (annotation != null) {
				any |= Map.class.isAssignableFrom(type) && annotation.name().isEmpty();
				names.add(name(parameter, annotation.name()));
			}
			else if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
				names.addAll(propertyNames(type));
			}
			else if (!isBoundOtherwise(parameter)) {
				names.addAll(undeclared(parameter, type));
			}
		}
		return new DeclaredParameters(names, any);
	}

	/**
	 * The name by which clients know a method parameter.
	 */
	static String name(MethodParameter parameter) {
		RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
		PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
		return name(parameter, (query != null) ? query.name() : (path != null) ? path.name() : "");
	}

	static String name(MethodParameter parameter, String annotated) {
		return annotated.isEmpty() ? Optional.ofNullable(parameter.getParameterName()).orElse("") : annotated;
	}

	/**
	 * Annotations of Spring say where a value comes from; those of Bean Validation and
	 * others say something about it.
	 */
	private static boolean isBoundOtherwise(MethodParameter parameter) {
		return Arrays.stream(parameter.getParameterAnnotations())
			.anyMatch((annotation) -> annotation.annotationType().getName().startsWith("org.springframework."));
	}

	/**
	 * Spring MVC binds a parameter without annotation by its type: simple values by name,
	 * records by their components, and its own types not at all.
	 */
	private static Set<String> undeclared(MethodParameter parameter, Class<?> type) {
		if (BeanUtils.isSimpleProperty(type)) {
			return Set.of(name(parameter, ""));
		}
		return type.isRecord() ? propertyNames(type) : Set.of();
	}

	private static Set<String> propertyNames(Class<?> type) {
		Set<String> names = new TreeSet<>();
		if (type.isRecord()) {
			Arrays.stream(type.getRecordComponents()).map(DeclaredParameters::name).forEach(names::add);
		}
		else {
			Arrays.stream(BeanUtils.getPropertyDescriptors(type))
				.filter((property) -> property.getWriteMethod() != null)
				.forEach((property) -> names.add(property.getName()));
		}
		return names;
	}

	private static String name(RecordComponent component) {
		BindParam renamed = component.getAnnotation(BindParam.class);
		return (renamed != null && StringUtils.hasText(renamed.value())) ? renamed.value() : component.getName();
	}

}
