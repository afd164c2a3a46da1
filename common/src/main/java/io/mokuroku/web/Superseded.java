package io.mokuroku.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that another one has taken the place of. It works as before until its sunset;
 * each of its answers carries {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594)
 * and a {@code Link} to its successor, and the OpenAPI document marks it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Superseded {

	/** The day on which its successor appeared, as in {@code 2027-01-31}; UTC. */
	String since();

	/** The first day on which it may be gone, at least a year later; UTC. */
	String sunset();

	/**
	 * The route that took its place, with the same variables or fewer, as in
	 * {@code /v2/anime/{id}}.
	 */
	String by();

}
