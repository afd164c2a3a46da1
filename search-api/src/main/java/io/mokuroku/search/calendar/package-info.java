/**
 * What airs when, for people and for their calendars.
 */
@NullMarked
package io.mokuroku.search.calendar;

import org.jspecify.annotations.NullMarked;
