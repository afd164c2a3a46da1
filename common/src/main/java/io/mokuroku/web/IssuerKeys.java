package io.mokuroku.web;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * The public keys of an OpenID Connect issuer. They are found when the first token comes,
 * kept through outages of the issuer, and asked for at most twice in half a minute
 * however many tokens name keys that do not exist.
 */
final class IssuerKeys {

	private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

	private static final Duration TIME_TO_LIVE = Duration.ofMinutes(15);

	private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(30);

	private static final Duration WITHOUT_ISSUER = Duration.ofHours(4);

	private final String issuer;

	private final @Nullable String jwkSetUri;

	private final DefaultResourceRetriever http = new DefaultResourceRetriever(2_000, 3_000, 100_000);

	/**
	 * @param issuer address of the issuer
	 * @param jwkSetUri address of its keys; absent: the one that its discovery document
	 * names
	 */
	IssuerKeys(String issuer, @Nullable String jwkSetUri) {
		this.issuer = issuer;
		this.jwkSetUri = jwkSetUri;
	}

	/**
	 * A decoder for tokens signed with one of the keys, RS256 or ES256. It fails with
	 * {@code JwtDecoderInitializationException} as long as discovery does.
	 */
	JwtDecoder decoder(OAuth2TokenValidator<Jwt> validator) {
		return new SupplierJwtDecoder(() -> {
			DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
			processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys()));
			processor.setJWSTypeVerifier((_, _) -> {
			});
			processor.setJWTClaimsSetVerifier((_, _) -> {
			});
			NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
			decoder.setJwtValidator(validator);
			return decoder;
		});
	}

	private JWKSource<SecurityContext> keys() {
		return JWKSourceBuilder.create(keysAddress(), this.http)
			.cache(TIME_TO_LIVE.toMillis(), REFRESH_TIMEOUT.toMillis())
			.refreshAheadCache(false)
			.rateLimited(BETWEEN_REQUESTS.toMillis())
			.outageTolerant(WITHOUT_ISSUER.toMillis())
			.build();
	}

	private URL keysAddress() {
		try {
			if (this.jwkSetUri != null) {
				return URI.create(this.jwkSetUri).toURL();
			}
			URI discovery = URI.create(this.issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration");
			Map<String, Object> document = JSONObjectUtils
				.parse(this.http.retrieveResource(discovery.toURL()).getContent());
			if (!this.issuer.equals(JSONObjectUtils.getString(document, "issuer"))) {
				throw new IllegalStateException(discovery + " speaks for another issuer");
			}
			return JSONObjectUtils.getURI(document, "jwks_uri").toURL();
		}
		catch (IOException | ParseException ex) {
			throw new IllegalStateException("no keys of issuer " + this.issuer, ex);
		}
	}

}
