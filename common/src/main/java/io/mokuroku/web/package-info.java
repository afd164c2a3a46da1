/**
 * What every HTTP surface shares: security, error documents, limits, OpenAPI defaults.
 * <p>
 * A service gets all of it by having this library on its class path. It contributes a
 * {@link io.mokuroku.web.RouteRules} bean and throws {@link io.mokuroku.web.ApiProblem};
 * shared settings are in {@code mokuroku-defaults.properties} and yield to every other
 * source of properties.
 */
@NullMarked
package io.mokuroku.web;

import org.jspecify.annotations.NullMarked;
