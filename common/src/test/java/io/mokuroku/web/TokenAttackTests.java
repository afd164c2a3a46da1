package io.mokuroku.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with a key of their own tries to start a sync. Whatever they write into the
 * token, nothing starts, and nobody goes where the token says to fetch a key.
 */
class TokenAttackTests {

	private static final RunningService service = RunningService.shared();

	private static final TestIssuer issuer = RunningService.issuer();

	private static final RSAKey FOREIGN = TestIssuer.rsa("rsa-1");

	private static final List<String> fetched = new CopyOnWriteArrayList<>();

	private static HttpServer trap;

	private int startedBefore;

	@BeforeAll
	static void setTheTrap() throws IOException {
		trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		trap.createContext("/", (exchange) -> {
			fetched.add(exchange.getRequestURI().toString());
			byte[] keys = new JWKSet(FOREIGN.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(200, keys.length);
			exchange.getResponseBody().write(keys);
			exchange.close();
		});
		trap.start();
	}

	@AfterAll
	static void removeTheTrap() {
		trap.stop(0);
	}

	@BeforeEach
	void remember() {
		this.startedBefore = ProbeApplication.SYNCS.get();
	}

	@AfterEach
	void nothingWasStartedAndNobodyFetchedAKey() {
		assertThat(ProbeApplication.SYNCS).hasValue(this.startedBefore);
		assertThat(fetched).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../../../etc/passwd", "/dev/null", "../../dev/null", "file:///dev/null", "' OR '1'='1",
			"x' UNION SELECT 'AA==' --", "rsa-1'--", "| sleep 5", "${jndi:ldap://127.0.0.1/a}", "\u0000rsa-1", "",
			" rsa-1", "RSA-1", "rsa-1,rsa-1" })
	void isNotHelpedByAKeyId(String kid) throws JOSEException {
		refused(signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build()));
		byte[] empty = new byte[32];
		JWSHeader hmac = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid).build();
		refused(TestIssuer.sign(hmac, new MACSigner(empty), claims()));
	}

	@Test
	void isNotHelpedByAKeyIdThatIsAnAddress() {
		refused(signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(trap("/kid")).build()));
	}

	@Test
	void isNotHelpedByNamingWhereTheKeyLies() {
		for (String kid : List.of("rsa-1", "theirs")) {
			refused(signed(
					new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).jwkURL(URI.create(trap("/jku"))).build()));
			refused(signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid)
				.x509CertURL(URI.create(trap("/x5u")))
				.build()));
		}
		refused(TestIssuer.sign(TestIssuer.rsaHeader(), FOREIGN,
				new JWTClaimsSet.Builder(claims()).issuer(trap("/issuer")).build()));
	}

	@Test
	void isNotHelpedByBringingTheKey() {
		for (String kid : List.of("rsa-1", "theirs")) {
			refused(signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).jwk(FOREIGN.toPublicJWK()).build()));
			refused(signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid)
				.x509CertChain(List.of(Base64.encode(new byte[64])))
				.build()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "HS256, der", "HS384, der", "HS512, der", "HS256, pem", "HS256, modulus" })
	void isNotHelpedByThePublicKeyAsSecret(String algorithm, String form) throws JOSEException {
		byte[] der = TestIssuer.RSA.toRSAPublicKey().getEncoded();
		byte[] secret = switch (form) {
			case "der" -> der;
			case "pem" -> ("-----BEGIN PUBLIC KEY-----\n" + java.util.Base64.getMimeEncoder().encodeToString(der)
					+ "\n-----END PUBLIC KEY-----\n")
				.getBytes(StandardCharsets.US_ASCII);
			default -> TestIssuer.RSA.getModulus().decode();
		};
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID("rsa-1").build();
		refused(TestIssuer.sign(header, new MACSigner(secret), claims()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "None", "NONE", "nOnE", "HS256", "RS256", "", "ES256" })
	void isNotHelpedByLeavingTheSignatureOut(String algorithm) {
		String header = base64("{\"alg\":\"" + algorithm + "\",\"kid\":\"rsa-1\",\"typ\":\"JWT\"}");
		String payload = base64(claims().toString());
		for (String end : List.of(".", ".AA", ".AAAA", "")) {
			refused(header + "." + payload + end);
		}
	}

	@Test
	void isNotHelpedByCuttingOrMendingAGoodToken() {
		String good = issuer.token("catalogue.sync");
		List<String> cut = new ArrayList<>();
		for (int length : new int[] { 1, 10, good.indexOf('.'), good.indexOf('.') + 1, good.lastIndexOf('.'),
				good.lastIndexOf('.') + 1, good.length() - 20 }) {
			cut.add(good.substring(0, length));
		}
		cut.add(good + "AAAA");
		cut.add(good + "." + good);
		cut.add(good.replace(good.substring(0, good.indexOf('.')), base64("{\"alg\":\"none\"}")));
		cut.forEach(TokenAttackTests::refused);
	}

	@Test
	void isRefusedWithATokenOfAnySize() {
		refused(issuer.token((claims) -> claims.claim("scope", "reviews.read").claim("pad", "a".repeat(6_000))), 403,
				"insufficient_scope");
		refused("a".repeat(12_000), 401, "invalid_token");
		var tooLarge = start("a".repeat(40_000));
		assertThat(tooLarge.status()).isIn(400, 431);
		tooLarge.error();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "reviews.read", "catalogue.sync.all", "CATALOGUE.SYNC", "catalogue", "*", "operations",
			"catalogue.synccatalogue.sync", "catalogue.sync,reviews.read", "SCOPE_catalogue.sync" })
	void needsTheVeryScope(String scope) {
		var answer = refused(issuer.token(scope), 403, "insufficient_scope");
		assertThat(answer.header("WWW-Authenticate")).contains("scope=\"catalogue.sync\"");
	}

	@Test
	void isNotHelpedByClaimsOfOtherNames() {
		refused(issuer.token((claims) -> claims.claim("scopes", "catalogue.sync")
			.claim("authorities", List.of("SCOPE_catalogue.sync"))
			.claim("roles", List.of("catalogue.sync"))
			.claim("permissions", List.of("catalogue.sync"))), 403, "insufficient_scope");
		refused(issuer.token((claims) -> claims.claim("scope", "reviews.read").claim("scp", "catalogue.sync")), 403,
				"insufficient_scope");
	}

	@Test
	void needsTheHeader() {
		String good = issuer.token("catalogue.sync");
		for (String path : List.of("/v1/syncs?access_token=" + good, "/v1/syncs?token=" + good)) {
			var answer = service.post(path, "");
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.code()).isEqualTo("unauthenticated");
			assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
		}
		var form = service.send("/v1/syncs", (request) -> request.POST(BodyPublishers.ofString("access_token=" + good))
			.header("Content-Type", "application/x-www-form-urlencoded"));
		assertThat(form.status()).isEqualTo(401);
	}

	private static RunningService.Answer refused(String token) {
		return refused(token, 401, "invalid_token");
	}

	private static RunningService.Answer refused(String token, int status, String code) {
		var answer = start(token);
		assertThat(answer.status()).as(token).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(code);
		assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer ").contains("error=\"" + code + "\"");
		return answer;
	}

	private static RunningService.Answer start(String token) {
		return service.post("/v1/syncs", "", "Authorization", "Bearer " + token);
	}

	private static JWTClaimsSet claims() {
		return issuer.claims((claims) -> claims.claim("scope", "catalogue.sync"));
	}

	private static String signed(JWSHeader header) {
		return TestIssuer.sign(header, FOREIGN, claims());
	}

	private static String trap(String path) {
		return "http://127.0.0.1:" + trap.getAddress().getPort() + path;
	}

	private static String base64(String text) {
		return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
