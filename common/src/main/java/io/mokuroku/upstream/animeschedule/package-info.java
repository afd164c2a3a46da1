/**
 * AnimeSchedule: release times, delays and what it says of a show.
 */
@NullMarked
package io.mokuroku.upstream.animeschedule;

import org.jspecify.annotations.NullMarked;
