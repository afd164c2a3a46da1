package io.mokuroku.upstream.raw;

import java.net.URI;
import java.time.Instant;

import io.mokuroku.upstream.shared.CacheKey;

/**
 * An answer as it came.
 *
 * @param key what was asked for
 * @param address where; without secrets, as those are headers
 * @param fetchedAt when
 * @param etag the mark the provider gave it, empty if none
 * @param mediaType what it is, empty if the provider did not say
 * @param body the body, decompressed; shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawResponse(CacheKey key, URI address, Instant fetchedAt, String etag, String mediaType, byte[] body) {
}
