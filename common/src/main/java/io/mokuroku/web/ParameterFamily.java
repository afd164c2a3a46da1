package io.mokuroku.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter {@code @RequestParam MultiValueMap<String, String>} of a handler that
 * reads query parameters of one family, as {@code filter[year][gte]} is of
 * {@code filter}. Without it such a parameter takes whatever comes; with it, names of
 * other families are refused unless another parameter declares them. Which names of the
 * family there are is for the handler to say.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ParameterFamily {

	/** What names begin with, before their first bracket. */
	String value();

}
