package io.mokuroku.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An OpenID provider where everybody signs in by their name: the code they bring is their
 * name, and what they may do.
 */
final class IssuerFake {

	private static final RSAKey KEY = key();

	private final HttpServer server;

	private volatile String nonce = "";

	private volatile Map<String, String> lastTokenRequest = Map.of();

	private IssuerFake(HttpServer server) {
		this.server = server;
	}

	static IssuerFake start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			IssuerFake issuer = new IssuerFake(server);
			server.createContext("/issuer/.well-known/openid-configuration", (exchange) -> reply(exchange, """
					{"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",
					"token_endpoint":"%1$s/token","subject_types_supported":["public"],
					"response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"],
					"code_challenge_methods_supported":["S256"]}""".formatted(issuer.uri())));
			server.createContext("/issuer/keys",
					(exchange) -> reply(exchange, new JWKSet(KEY.toPublicJWK()).toString()));
			server.createContext("/issuer/token", issuer::token);
			server.createContext("/issuer/authorize", issuer::authorize);
			server.start();
			return issuer;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String uri() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort() + "/issuer";
	}

	/** Remembers what the next identity must repeat. */
	void expect(String nextNonce) {
		this.nonce = nextNonce;
	}

	/** What the portal sent when it last redeemed a code. */
	Map<String, String> lastTokenRequest() {
		return this.lastTokenRequest;
	}

	/** A page that asks for a name only. */
	private void authorize(HttpExchange exchange) throws IOException {
		Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
		String name = asked.get("name");
		if (name == null) {
			String hidden = Stream.of("redirect_uri", "state", "nonce")
				.map((field) -> "<input type=hidden name=%s value='%s'>".formatted(field, asked.get(field)))
				.collect(Collectors.joining());
			reply(exchange, "text/html", "<title>Sign in</title><form><label>Name <input name=name></label>" + hidden
					+ "<button>Sign in</button></form>");
			return;
		}
		expect(asked.getOrDefault("nonce", ""));
		String code = URLEncoder.encode(
				name + " reviews.read reviews.decide" + (name.equals("lena") ? " reviews.manage" : ""),
				StandardCharsets.UTF_8);
		String state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
		try (exchange) {
			exchange.getResponseHeaders()
				.add("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + state);
			exchange.sendResponseHeaders(302, -1);
		}
	}

	/** A code is a name and scopes: {@code ada reviews.read reviews.decide}. */
	private void token(HttpExchange exchange) throws IOException {
		Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		this.lastTokenRequest = form;
		String[] nameAndScopes = form.getOrDefault("code", "").split(" ", 2);
		reply(exchange, """
				{"access_token":"opaque","token_type":"Bearer","expires_in":300,"scope":"openid %s","id_token":"%s"}"""
			.formatted((nameAndScopes.length > 1) ? nameAndScopes[1] : "", identity(nameAndScopes[0])));
	}

	private String identity(String name) {
		Instant now = Instant.now();
		try {
			SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
					new JWTClaimsSet.Builder().issuer(uri())
						.subject(name)
						.audience("mokuroku-portal")
						.claim("nonce", this.nonce)
						.issueTime(Date.from(now))
						.expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
						.build());
			token.sign(new RSASSASigner(KEY));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Map<String, String> form(String encoded) {
		Map<String, String> form = new HashMap<>();
		for (String pair : encoded.split("&", -1)) {
			String[] parts = pair.split("=", 2);
			if (parts.length == 2) {
				form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
			}
		}
		return form;
	}

	private static RSAKey key() {
		try {
			return new RSAKeyGenerator(2048).keyID("key-1").generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void reply(HttpExchange exchange, String json) throws IOException {
		reply(exchange, "application/json", json);
	}

	private static void reply(HttpExchange exchange, String type, String text) throws IOException {
		try (exchange) {
			byte[] body = text.getBytes(StandardCharsets.UTF_8);
			exchange.getResponseHeaders().add("Content-Type", type);
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		}
	}

}
