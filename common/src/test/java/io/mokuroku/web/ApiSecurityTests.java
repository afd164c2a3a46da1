package io.mokuroku.web;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiSecurityTests {

	private static final RunningService service = RunningService.shared();

	private static final TestIssuer issuer = RunningService.issuer();

	private static final RSAKey FOREIGN = TestIssuer.rsa("rsa-1");

	@Test
	void asksForATokenWithoutAccusingAnybody() {
		var answer = service.get("/v1/reviews");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("unauthenticated");
		assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"mokuroku\"");
	}

	@Test
	void opensRouteToTheScopeItNames() {
		assertThat(get("/v1/reviews", issuer.token("reviews.read")).status()).isEqualTo(200);
		assertThat(get("/v1/reviews", issuer.token("catalogue.read", "reviews.read")).status()).isEqualTo(200);
		assertThat(service.post("/v1/syncs", "", "Authorization", "Bearer " + issuer.token("catalogue.sync")).status())
			.isEqualTo(200);
	}

	@Test
	void takesTokensSignedWithEitherKind() {
		String token = TestIssuer.signWithEc(issuer.claims((claims) -> claims.claim("scope", "reviews.read")));
		assertThat(get("/v1/reviews", token).status()).isEqualTo(200);
	}

	@Test
	void takesAccessTokensTypedAsSuchAndScopesAsList() {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(TestIssuer.RSA.getKeyID())
			.type(new JOSEObjectType("at+jwt"))
			.build();
		String token = TestIssuer.sign(header, TestIssuer.RSA,
				issuer.claims((claims) -> claims.claim("scp", List.of("reviews.read"))));
		assertThat(get("/v1/reviews", token).status()).isEqualTo(200);
	}

	@Test
	void namesTheMissingScope() {
		var answer = get("/v1/reviews", issuer.token("catalogue.sync"));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.code()).isEqualTo("insufficient_scope");
		assertThat(answer.header("WWW-Authenticate"))
			.isEqualTo("Bearer realm=\"mokuroku\", error=\"insufficient_scope\", scope=\"reviews.read\"");
	}

	@ParameterizedTest
	@CsvSource({ "HEAD, /v1/reviews, 403, 401", "GET, /v1/reviews/, 404, 404", "GET, /v1/unheard-of, 404, 404",
			"POST, /v1/reviews, 405, 401", "GET, /nowhere, 404, 404", "GET, /actuator/env, 403, 401" })
	void leavesNoWayAroundTheRules(String method, String path, int status, int anonymous) {
		String token = issuer.token("catalogue.sync");
		assertThat(service
			.send(path,
					(request) -> request.method(method, BodyPublishers.noBody())
						.header("Authorization", "Bearer " + token))
			.status()).isEqualTo(status);
		assertThat(service.send(path, (request) -> request.method(method, BodyPublishers.noBody())).status())
			.isEqualTo(anonymous);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("forgeries")
	void refusesForgedToken(String kind, String token, String reason) {
		var answer = get("/v1/reviews", token);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.code()).isEqualTo("invalid_token");
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ").contains("error=\"invalid_token\"");
		assertThat(answer.error().path("detail").asString()).contains(reason);
		assertThat(get("/v1/search?q=x", token).status()).as("open routes are no oracle").isEqualTo(401);
	}

	static Stream<Object[]> forgeries() throws JOSEException {
		String payload = base64(issuer.claims((claims) -> claims.claim("scope", "reviews.read")).toString());
		String valid = issuer.token("reviews.read");
		JWSHeader hs256 = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(TestIssuer.RSA.getKeyID()).build();
		JWSHeader rs512 = new JWSHeader.Builder(JWSAlgorithm.RS512).keyID(TestIssuer.RSA.getKeyID()).build();
		JWSHeader unknownKey = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("nobody").build();
		JWSHeader embeddedKey = new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(FOREIGN.toPublicJWK()).build();
		JWSHeader otherType = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(TestIssuer.RSA.getKeyID())
			.type(new JOSEObjectType("logout+jwt"))
			.build();
		var claims = issuer.claims((builder) -> builder.claim("scope", "reviews.read"));
		String signature = "signature cannot be verified";
		return Stream.of(
				new Object[][] { { "not a token", "abc", signature },
						{ "alg none", base64("{\"alg\":\"none\"}") + "." + payload + ".", signature },
						{ "alg none, any case", base64("{\"alg\":\"nOnE\"}") + "." + payload + ".", signature },
						{ "HMAC with the public key",
								TestIssuer.sign(hs256, new MACSigner(TestIssuer.RSA.toRSAPublicKey().getEncoded()),
										claims),
								signature },
						{ "algorithm not on the list", TestIssuer.sign(rs512, TestIssuer.RSA, claims), signature },
						{ "signed by somebody else", TestIssuer.sign(TestIssuer.rsaHeader(), FOREIGN, claims),
								signature },
						{ "unknown key id", TestIssuer.sign(unknownKey, FOREIGN, claims), signature },
						{ "brings its own key", TestIssuer.sign(embeddedKey, FOREIGN, claims), signature },
						{ "claims exchanged", valid.replaceAll("\\.[^.]+\\.",
								"." + base64(issuer.claims((each) -> each.claim("scope", "operations")).toString())
										+ "."),
								signature },
						{ "signature cut off", valid.substring(0, valid.lastIndexOf('.') + 1), signature },
						{ "other type", TestIssuer.sign(otherType, TestIssuer.RSA, claims), "typ" },
						{ "expired",
								issuer.token((each) -> each.claim("scope", "reviews.read")
									.expirationTime(TestIssuer.fromNow(Duration.ofSeconds(-90)))),
								"expired" },
						{ "never expires",
								issuer.token((each) -> each.claim("scope", "reviews.read").expirationTime(null)),
								"exp" },
						{ "not yet valid",
								issuer.token((each) -> each.claim("scope", "reviews.read")
									.notBeforeTime(TestIssuer.fromNow(Duration.ofSeconds(90)))),
								"used before" },
						{ "other issuer",
								issuer
									.token((each) -> each.claim("scope", "reviews.read").issuer("http://evil.example")),
								"iss" },
						{ "other audience",
								issuer.token((each) -> each.claim("scope", "reviews.read").audience("somebody-else")),
								"aud" },
						{ "no audience",
								issuer.token((each) -> each.claim("scope", "reviews.read").audience((String) null)),
								"aud" } });
	}

	@Test
	void allowsAMinuteOfClockSkew() {
		String token = issuer.token((claims) -> claims.claim("scope", "reviews.read")
			.expirationTime(TestIssuer.fromNow(Duration.ofSeconds(-30))));
		assertThat(get("/v1/reviews", token).status()).isEqualTo(200);
	}

	@Test
	void takesTokensFromTheHeaderOnly() {
		String token = issuer.token("reviews.read");
		assertThat(service.get("/v1/reviews?access_token=" + token).status()).isEqualTo(401);
		assertThat(service.get("/v1/reviews", "Cookie", "access_token=" + token).status()).isEqualTo(401);
		assertThat(service.get("/v1/reviews", "Authorization", "Basic " + token).status()).isEqualTo(401);
		assertThat(service.get("/v1/reviews", "Authorization", "Bearer").status()).isIn(400, 401);
	}

	@Test
	void doesNotAskTheIssuerForEveryUnknownKey() {
		get("/v1/reviews", issuer.token("reviews.read"));
		int before = issuer.keyRequests();
		for (int i = 0; i < 20; i++) {
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("nobody-" + i).build();
			assertThat(get("/v1/reviews", TestIssuer.sign(header, FOREIGN, issuer.claims((claims) -> {
			}))).status()).isEqualTo(401);
		}
		assertThat(issuer.keyRequests() - before).isLessThanOrEqualTo(2);
		assertThat(get("/v1/reviews", issuer.token("reviews.read")).status()).isEqualTo(200);
	}

	@Test
	void keepsNoSessionAndNeedsNoCsrfToken() {
		var answer = service.post("/v1/syncs", "", "Authorization", "Bearer " + issuer.token("catalogue.sync"));
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void opensHealthAndDocumentsOnly() {
		assertThat(service.get("/actuator/health").body()).contains("\"UP\"").doesNotContain("components");
		assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
		assertThat(service.get("/actuator/info").status()).isEqualTo(200);
		assertThat(service.get("/v3/api-docs").status()).isEqualTo(200);
		assertThat(service.get("/swagger-ui/index.html").status()).isEqualTo(200);
		assertThat(service.get("/actuator/metrics").status()).isEqualTo(401);
		assertThat(service.get("/actuator/env").status()).isEqualTo(401);
		assertThat(service.get("/error").status()).isEqualTo(401);
	}

	@Test
	void opensOperationsToTheirScope() {
		assertThat(get("/actuator/metrics", issuer.token("catalogue.sync")).code()).isEqualTo("insufficient_scope");
		assertThat(get("/actuator/metrics", issuer.token("operations")).status()).isEqualTo(200);
		assertThat(get("/actuator/env", issuer.token("operations")).status()).isEqualTo(404);
	}

	@Test
	void leavesAnotherChainItsOwnPaths() {
		var portal = service.get("/portal/tasks");
		assertThat(portal.status()).isEqualTo(302);
		assertThat(portal.header("Location")).endsWith("/portal/login");
	}

	@Test
	void refusesWhatARouteForbids() {
		var anonymous = service.get("/v1/open/forbidden");
		assertThat(anonymous.status()).isEqualTo(401);
		var known = get("/v1/open/forbidden", issuer.token("catalogue.read"));
		assertThat(known.status()).isEqualTo(403);
		assertThat(known.code()).isEqualTo("forbidden");
	}

	private static RunningService.Answer get(String path, String token) {
		return service.get(path, "Authorization", "Bearer " + token);
	}

	private static String base64(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
