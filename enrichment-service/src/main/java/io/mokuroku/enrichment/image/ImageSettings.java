package io.mokuroku.enrichment.image;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How pictures are copied.
 *
 * @param bucket where copies go
 * @param allowPrivateHosts whether pictures may lie on loopback and private addresses;
 * for local runs only
 * @param hosts the hosts that pictures are copied from, with all their subdomains; any
 * host of the public internet if there are none
 * @param largest the largest picture that is copied
 * @param longestSide how many pixels a picture is wide or high at most
 * @param mostPixels how many pixels it has at most
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long the other side may be silent
 * @param patience how long a picture may take, with all redirects
 * @param retryAfter when a picture is worth trying again that could not be had in all
 * attempts of the queue; told to those who look at its dead letters
 * @param concurrency how many requests are worked on at once
 */
@ConfigurationProperties("mokuroku.images")
public record ImageSettings(@DefaultValue("mokuroku-images") String bucket,
		@DefaultValue("false") boolean allowPrivateHosts, @DefaultValue List<String> hosts,
		@DefaultValue("10MB") DataSize largest, @DefaultValue("12000") int longestSide,
		@DefaultValue("50000000") long mostPixels, @DefaultValue("2s") Duration connectTimeout,
		@DefaultValue("15s") Duration readTimeout, @DefaultValue("30s") Duration patience,
		@DefaultValue("7d") Duration retryAfter, @DefaultValue("4") int concurrency) {

	public ImageSettings {
		hosts = List.copyOf(hosts);
	}

}
