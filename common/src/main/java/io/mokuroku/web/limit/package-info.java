/**
 * How often somebody may ask, counted over all instances of a service.
 */
@NullMarked
package io.mokuroku.web.limit;

import org.jspecify.annotations.NullMarked;
