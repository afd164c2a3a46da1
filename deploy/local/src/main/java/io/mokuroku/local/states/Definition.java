package io.mokuroku.local.states;

import org.jspecify.annotations.Nullable;

/**
 * A state machine as it was written, understood.
 *
 * @param flow its states
 * @param timeoutSeconds how long an execution may take, if limited
 */
record Definition(Flow flow, @Nullable Long timeoutSeconds) {
}
