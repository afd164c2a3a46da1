package io.mokuroku.upstream.wire;

import java.time.Duration;

/**
 * How long an exchange may take and how much it may bring.
 *
 * @param connect how long a connection may take
 * @param headers how long the headers of an answer may take
 * @param total how long everything may take, redirects and a body in drops included
 * @param largest bytes of a body, before and after decompression
 */
public record WireLimits(Duration connect, Duration headers, Duration total, int largest) {
}
