/**
 * What a service asks itself for again and again: schedules of EventBridge that send to
 * its queue.
 */
@NullMarked
package io.mokuroku.recurring;

import org.jspecify.annotations.NullMarked;
