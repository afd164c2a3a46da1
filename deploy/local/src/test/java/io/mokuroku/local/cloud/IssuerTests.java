package io.mokuroku.local.cloud;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people are granted who sign in to the portal on this machine.
 */
final class IssuerTests {

	/** What the portal asks for, whoever signs in. */
	private static final String ASKED = "openid reviews.read reviews.decide reviews.manage";

	private static final String BACK = "http://127.0.0.1:7703/login/oauth2/code/mokuroku";

	private final HttpClient http = HttpClient.newHttpClient();

	private Issuer issuer;

	@BeforeEach
	void open(@TempDir Path directory) throws IOException {
		this.issuer = Issuer.open(directory, "127.0.0.1", 0, (_) -> false);
	}

	@AfterEach
	void close() {
		this.issuer.close();
		this.http.close();
	}

	@Test
	void grantsAReviewerNoMoreThanTheChosenRole() throws Exception {
		assertThat(granted("{\"scope\":\"catalogue.read reviews.read reviews.decide\"}")).containsExactly("openid",
				"catalogue.read", "reviews.read", "reviews.decide");
		assertThat(granted("{\"scope\":\"catalogue.read\"}")).containsExactly("openid", "catalogue.read");
	}

	@Test
	void grantsALeadTheScopeOfThoseWhoLead() throws Exception {
		assertThat(granted("{\"scope\":\"reviews.read reviews.decide reviews.manage\"}")).containsExactly("openid",
				"reviews.read", "reviews.decide", "reviews.manage");
	}

	/** What the answer to the portal says, which is what the portal goes by. */
	private List<String> granted(String claims) throws Exception {
		String authorize = this.issuer.url() + "/authorize?response_type=code&client_id=mokuroku-portal&state=s&scope="
				+ encoded(ASKED) + "&redirect_uri=" + encoded(BACK);
		String back = post(authorize, "username=hana&claims=" + encoded(claims)).headers()
			.firstValue("Location")
			.orElseThrow();
		String code = back.replaceAll(".*[?&]code=([^&]+).*", "$1");
		JsonNode answer = JsonMapper.shared()
			.readTree(post(this.issuer.url() + "/token", "grant_type=authorization_code&client_id=mokuroku-portal&code="
					+ code + "&redirect_uri=" + encoded(BACK))
				.body());
		SignedJWT token = SignedJWT.parse(answer.path("access_token").asString());
		String scope = answer.path("scope").asString();
		assertThat(scope).isEqualTo("openid " + Objects.toString(token.getJWTClaimsSet().getClaim("scope")));
		return List.of(scope.split(" ", -1));
	}

	private HttpResponse<String> post(String address, String form) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form))
			.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
