package io.mokuroku.web;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may choose about the HTTP surface of a service.
 *
 * @param anonymousReads whether routes marked as anonymous reads are open to everybody;
 * otherwise they need the scope {@code catalogue.read}
 * @param maxBodySize largest request body in bytes; a larger one is refused with 413
 * @param scopePrefix what the issuer writes before each of our scopes and we cut off;
 * Amazon Cognito prefixes the resource server's identifier and a slash
 * @param openapi what the OpenAPI document says about the service
 */
@ConfigurationProperties("mokuroku.web")
record WebSettings(@DefaultValue("true") boolean anonymousReads, @DefaultValue("1MB") DataSize maxBodySize,
		@DefaultValue("") String scopePrefix, @DefaultValue OpenApi openapi) {

	WebSettings {
		if (maxBodySize.toBytes() < 1) {
			throw new IllegalArgumentException("mokuroku.web.max-body-size must be positive");
		}
	}

	/**
	 * @param title name of the API; the application's name where absent
	 * @param description what the API is for
	 * @param version version of the API document
	 * @param authorizationUrl where people log in; {@code <issuer>/authorize} where
	 * absent
	 * @param tokenUrl where tokens are issued; {@code <issuer>/token} where absent
	 */
	record OpenApi(@Nullable String title, @Nullable String description, @DefaultValue("v1") String version,
			@Nullable URI authorizationUrl, @Nullable URI tokenUrl) {

	}

}
