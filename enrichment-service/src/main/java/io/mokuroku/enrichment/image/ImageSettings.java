package io.mokuroku.enrichment.image;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pictures are copied.
 *
 * @param bucket where copies go
 * @param allowPrivateHosts whether pictures may lie on loopback and private addresses;
 * for local runs only
 * @param largest the largest picture that is copied
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param concurrency how many requests are worked on at once
 */
@ConfigurationProperties("mokuroku.images")
public record ImageSettings(@DefaultValue("mokuroku-images") String bucket,
		@DefaultValue("false") boolean allowPrivateHosts, @DefaultValue("10MB") DataSize largest,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("15s") Duration readTimeout,
		@DefaultValue("4") int concurrency) {

}
