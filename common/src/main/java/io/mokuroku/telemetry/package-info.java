/**
 * One trace across HTTP, queues and workflow executions.
 */
@NullMarked
package io.mokuroku.telemetry;

import org.jspecify.annotations.NullMarked;
