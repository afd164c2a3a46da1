/**
 * The plan's appointments, kept by EventBridge Scheduler.
 */
@NullMarked
package io.mokuroku.episodes.schedules;

import org.jspecify.annotations.NullMarked;
