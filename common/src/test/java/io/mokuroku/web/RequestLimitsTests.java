package io.mokuroku.web;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestLimitsTests {

	private static final RunningService service = RunningService.shared();

	@Test
	void tellsWhatIsLeftAndRefusesWhatIsTooMuch() {
		for (int left = 2; left >= 0; left--) {
			var answer = dear("203.0.113.1");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"agentic\";q=3;w=3600");
			assertThat(answer.header("RateLimit")).matches("\"agentic\";r=" + left + ";t=\\d{4}");
		}
		var refused = dear("203.0.113.1");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.code()).isEqualTo("too_many_requests");
		assertThat(refused.header("RateLimit")).startsWith("\"agentic\";r=0;t=");
		assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1_100, 1_200);
		assertThat(dear("203.0.113.2").status()).as("somebody else").isEqualTo(200);
		var cheap = service.get("/v1/open/list", "X-Forwarded-For", "203.0.113.1");
		assertThat(cheap.status()).as("another class").isEqualTo(200);
		assertThat(cheap.header("RateLimit-Policy")).startsWith("\"read\";");
	}

	@Test
	void givesMoreToWhomItKnows() {
		TestIssuer issuer = RunningService.issuer();
		List<String> tokens = List.of(
				issuer.token((claims) -> claims.claim("scope", "reviews.read").subject("limited")),
				issuer.token((claims) -> claims.claim("scope", "reviews.read").subject("other")), issuer
					.token((claims) -> claims.claim("scope", "").subject("limited").claim("client_id", "another-app")));
		for (int i = 0; i < 5; i++) {
			var answer = known(tokens.getFirst(), "203.0.113." + (10 + i));
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"agentic\";q=5;w=3600");
		}
		assertThat(known(tokens.getFirst(), "203.0.113.20").status()).as("from wherever").isEqualTo(429);
		assertThat(known(tokens.get(1), "203.0.113.20").status()).isEqualTo(200);
		assertThat(known(tokens.get(2), "203.0.113.20").status()).isEqualTo(200);
	}

	@Test
	void countsRefusedTokensForTheirAddress() {
		for (int i = 0; i < 3; i++) {
			assertThat(known("forged", "203.0.113.30").status()).isEqualTo(401);
		}
		assertThat(known("forged", "203.0.113.30").status()).isEqualTo(429);
		assertThat(dear("203.0.113.30").status()).isEqualTo(429);
	}

	/**
	 * The valve of Tomcat walks from the right and stops at the first address that is no
	 * proxy of ours.
	 */
	@Test
	void believesProxiesAndNotWhatStrangersWrite() {
		for (int i = 0; i < 3; i++) {
			assertThat(dear("198.51.100." + i + ", 203.0.113.40, 10.0.0.7").status()).isEqualTo(200);
		}
		assertThat(dear("198.51.100.9, 203.0.113.40").status()).isEqualTo(429);
		assertThat(dear("198.51.100.9").status()).isEqualTo(200);
	}

	@Test
	void countsWholeNetworksOfIpv6() {
		for (int i = 0; i < 3; i++) {
			assertThat(dear("2001:db8:1:2::" + i).status()).isEqualTo(200);
		}
		assertThat(dear("2001:db8:1:2:ffff:ffff:ffff:ffff").status()).isEqualTo(429);
		assertThat(dear("2001:db8:1:3::").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/liveness", "/actuator/info", "/actuator/metrics",
			"/v3/api-docs", "/swagger-ui/index.html" })
	void leavesHealthMetricsAndDocumentsAlone(String path) {
		String token = RunningService.issuer().token("operations");
		var answer = service.get(path, "Authorization", "Bearer " + token);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("RateLimit")).isEmpty();
	}

	@Test
	void leavesPagesOfAnotherChainAlone() {
		assertThat(service.get("/portal/tasks").header("RateLimit")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, 127.0.0.1", "::1, 0000000000000000/64", "2001:db8::1, 20010db800000000/64",
			"fe80::1%eth0, fe80000000000000/64", "::ffff:192.0.2.1, 192.0.2.1", "example.org, unknown", "'', unknown" })
	void namesAnAddress(String address, String name) {
		assertThat(Caller.at(address)).isEqualTo(new Caller(name, true));
	}

	private static RunningService.Answer dear(String forwardedFor) {
		return service.get("/v1/open/dear", "X-Forwarded-For", forwardedFor);
	}

	private static RunningService.Answer known(String token, String forwardedFor) {
		return service.get("/v1/open/dear", "Authorization", "Bearer " + token, "X-Forwarded-For", forwardedFor);
	}

}
