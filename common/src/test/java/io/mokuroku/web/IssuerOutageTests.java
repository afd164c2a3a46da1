package io.mokuroku.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class IssuerOutageTests {

	@Test
	void startsWithoutItsIssuerAndRecoversWithIt() throws IOException {
		int port = freePort();
		TestIssuer elsewhere = new TestIssuer(0);
		String token = elsewhere.token((claims) -> claims.issuer("http://127.0.0.1:" + port + "/issuer")
			.claim("scope", "catalogue.read reviews.read"));
		elsewhere.close();
		try (RunningService service = RunningService.start("http://127.0.0.1:" + port + "/issuer",
				"mokuroku.web.anonymous-reads=false")) {
			assertThat(service.get("/actuator/health").status()).isEqualTo(200);
			assertThat(service.get("/v1/search?q=x").status()).isEqualTo(401);
			refusesForTheMoment(service, token);
			try (TestIssuer issuer = new TestIssuer(port)) {
				assertThat(issuer.uri()).endsWith(":" + port + "/issuer");
				await().atMost(Duration.ofSeconds(20))
					.untilAsserted(
							() -> assertThat(service.get("/v1/reviews", "Authorization", "Bearer " + token).status())
								.isEqualTo(200));
				assertThat(service.get("/v1/search?q=x", "Authorization", "Bearer " + token).status()).isEqualTo(200);
				var lacking = service.get("/v1/search?q=x", "Authorization", "Bearer " + issuer.token("reviews.read"));
				assertThat(lacking.error().path("detail").asString()).isEqualTo("needs scope catalogue.read");
			}
		}
	}

	private static void refusesForTheMoment(RunningService service, String token) {
		var answer = service.get("/v1/reviews", "Authorization", "Bearer " + token);
		assertThat(answer.status()).isEqualTo(503);
		assertThat(answer.code()).isEqualTo("issuer_unavailable");
		assertThat(answer.header("Retry-After")).isEqualTo("5");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
