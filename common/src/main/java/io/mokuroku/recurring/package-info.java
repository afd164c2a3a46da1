/**
 * What a service does again and again: because a schedule of EventBridge sends to its
 * queue, or by itself while it runs.
 */
@NullMarked
package io.mokuroku.recurring;

import org.jspecify.annotations.NullMarked;
