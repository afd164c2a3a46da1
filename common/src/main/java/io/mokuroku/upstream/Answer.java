package io.mokuroku.upstream;

import java.time.Instant;

/**
 * What a provider said and when.
 *
 * @param value what it said
 * @param fetchedAt when it said so, or when it last said that nothing has changed
 * @param stale whether it is older than it should be, because the provider is away or a
 * newer answer is under way
 */
public record Answer<T>(T value, Instant fetchedAt, boolean stale) {
}
