/**
 * An EventBridge Scheduler server for one machine, durable on disk.
 */
@NullMarked
package io.mokuroku.local.schedules;

import org.jspecify.annotations.NullMarked;
