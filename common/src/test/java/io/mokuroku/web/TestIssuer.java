package io.mokuroku.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An OIDC issuer on the loopback interface with one RSA and one EC key.
 */
final class TestIssuer implements AutoCloseable {

	static final RSAKey RSA = rsa("rsa-1");

	static final ECKey EC = ec();

	private final HttpServer server;

	private final AtomicInteger keyRequests = new AtomicInteger();

	TestIssuer(int port) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/issuer/.well-known/openid-configuration", (exchange) -> answer(exchange, """
				{"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",
				"token_endpoint":"%1$s/token","subject_types_supported":["public"],
				"response_types_supported":["code"]}""".formatted(uri())));
		this.server.createContext("/issuer/keys", (exchange) -> {
			this.keyRequests.incrementAndGet();
			answer(exchange, new JWKSet(List.of(RSA.toPublicJWK(), EC.toPublicJWK())).toString());
		});
		this.server.start();
	}

	static RSAKey rsa(String keyId) {
		try {
			return new RSAKeyGenerator(2048).keyID(keyId).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ECKey ec() {
		try {
			return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/issuer";
	}

	int keyRequests() {
		return this.keyRequests.get();
	}

	String token(String... scopes) {
		return token((claims) -> claims.claim("scope", String.join(" ", scopes)));
	}

	String token(Consumer<JWTClaimsSet.Builder> change) {
		return sign(rsaHeader(), RSA, claims(change));
	}

	JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(uri())
			.audience("mokuroku-api")
			.subject("somebody")
			.issueTime(fromNow(Duration.ofMinutes(-10)))
			.expirationTime(fromNow(Duration.ofMinutes(5)));
		change.accept(claims);
		return claims.build();
	}

	static JWSHeader rsaHeader() {
		return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(RSA.getKeyID()).type(JOSEObjectType.JWT).build();
	}

	static Date fromNow(Duration distance) {
		return Date.from(Instant.now().plus(distance));
	}

	static String sign(JWSHeader header, RSAKey key, JWTClaimsSet claims) {
		try {
			return sign(header, new RSASSASigner(key), claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String signWithEc(JWTClaimsSet claims) {
		try {
			return sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(EC.getKeyID()).build(), new ECDSASigner(EC),
					claims);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String sign(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) {
		try {
			SignedJWT token = new SignedJWT(header, claims);
			token.sign(signer);
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private static void answer(HttpExchange exchange, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

}
