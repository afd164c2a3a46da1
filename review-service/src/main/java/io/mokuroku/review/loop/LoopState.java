package io.mokuroku.review.loop;

import org.jspecify.annotations.Nullable;

/**
 * A human loop as it is now.
 *
 * @param status how far it has come
 * @param output where the answers lie, {@code s3://bucket/key}; absent before there are
 * any
 * @param failure why it failed; absent if it did not say
 */
record LoopState(LoopStatus status, @Nullable String output, @Nullable String failure) {

}
