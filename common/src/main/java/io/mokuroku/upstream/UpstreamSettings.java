package io.mokuroku.upstream;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which providers are asked, and how patiently.
 *
 * @param jikan an API in the form of Jikan
 * @param kitsu Kitsu
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param userAgent how we introduce ourselves; providers ask for a name and an address
 */
@ConfigurationProperties("mokuroku.upstream")
public record UpstreamSettings(@DefaultValue Site jikan, @DefaultValue Site kitsu,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("15s") Duration readTimeout,
		@DefaultValue("Mokuroku/0.1") String userAgent) {

	/**
	 * One provider.
	 *
	 * @param baseUrl where its API is; without it the provider is not asked
	 * @param enabled whether it is asked
	 */
	public record Site(@Nullable URI baseUrl, @DefaultValue("true") boolean enabled) {

	}

}
