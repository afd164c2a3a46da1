/**
 * What calendars say of the airings to come, and how the catalogue learns it.
 */
@NullMarked
package io.mokuroku.episodes.airing;

import org.jspecify.annotations.NullMarked;
