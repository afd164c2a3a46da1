package io.mokuroku.review;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a closed door over the issuer to the queue, and out again.
 */
@ReviewServiceTest
final class PortalSignInTests {

	private static final IssuerFake ISSUER = ReviewServiceTest.Surroundings.ISSUER;

	private final MockMvcTester http;

	private final MockHttpSession session = new MockHttpSession();

	PortalSignInTests(MockMvcTester http) {
		this.http = http;
	}

	@Test
	void sendsStrangersToTheIssuer() {
		assertThat(get("/portal/tasks/x")).hasStatus(HttpStatus.FOUND)
			.redirectedUrl()
			.endsWith("/oauth2/authorization/mokuroku");
		Map<String, String> asked = askIssuer();
		assertThat(asked).containsEntry("client_id", "mokuroku-portal")
			.containsEntry("response_type", "code")
			.containsEntry("code_challenge_method", "S256")
			.containsEntry("redirect_uri", "http://localhost/login/oauth2/code/mokuroku")
			.containsKeys("state", "nonce");
		assertThat(asked.get("scope")).contains("openid", "reviews.read", "reviews.decide", "reviews.manage");
	}

	@Test
	void bringsAReviewerBackToThePageTheyWanted() throws Exception {
		get("/portal?state=DELIVERED");
		Map<String, String> asked = askIssuer();
		MvcTestResult back = comeBack(asked, "ada reviews.read reviews.decide");
		assertThat(back).hasStatus(HttpStatus.FOUND).redirectedUrl().contains("/portal?state=DELIVERED");
		String verifier = Objects.requireNonNull(ISSUER.lastTokenRequest().get("code_verifier"));
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
		assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
			.isEqualTo(asked.get("code_challenge"));
		assertThat(get("/portal")).hasStatusOk().bodyText().contains("<span class=\"who\">ada</span>");
	}

	@Test
	void letsInOnlyWhoWasGrantedTheScope() {
		comeBack(askIssuer(), "eve catalogue.read");
		assertThat(get("/portal")).hasStatus(HttpStatus.FORBIDDEN).bodyText().contains("Not allowed");
	}

	@Test
	void doesNotBelieveAnAnswerNobodyAskedFor() {
		askIssuer();
		assertThat(comeBack(Map.of("state", "forged", "nonce", ""), "ada reviews.read"))
			.hasStatus(HttpStatus.UNAUTHORIZED)
			.hasContentType("text/html;charset=UTF-8")
			.bodyText()
			.contains("Signing in did not work");
		assertThat(get("/portal")).hasStatus(HttpStatus.FOUND);
	}

	@Test
	void doesNotBelieveAnIdentityThatWasMadeForSomebodyElse() {
		Map<String, String> asked = askIssuer();
		assertThat(comeBack(Map.of("state", asked.getOrDefault("state", ""), "nonce", "another"), "ada reviews.read"))
			.hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(get("/portal")).hasStatus(HttpStatus.FOUND);
	}

	@Test
	void letsAReviewerOutOnTheirOwnWordOnly() {
		comeBack(askIssuer(), "ada reviews.read");
		assertThat(post("/portal/sign-out", "")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get("/portal")).hasStatusOk();
		String token = HtmlPages.read(get("/portal")).select("form[action=/portal/sign-out] input[name=_csrf]").val();
		assertThat(post("/portal/sign-out", token)).hasStatus(HttpStatus.FOUND)
			.redirectedUrl()
			.isEqualTo("/portal/signed-out");
		assertThat(this.session.isInvalid()).isTrue();
		assertThat(this.http.get().uri("/portal/signed-out")).hasStatusOk();
	}

	@Test
	void doesNotTakeATokenOfTheApiForASignIn() {
		assertThat(this.http.get().uri("/portal").header("Authorization", "Bearer reviews.read"))
			.hasStatus(HttpStatus.FOUND);
	}

	@Test
	void keepsEverythingElseUnderItsRoofClosed() {
		comeBack(askIssuer(), "ada reviews.read reviews.decide");
		assertThat(get("/login/anything")).hasStatus(HttpStatus.FORBIDDEN);
	}

	private Map<String, String> askIssuer() {
		String address = Objects.requireNonNull(get("/oauth2/authorization/mokuroku").getResponse().getRedirectedUrl());
		assertThat(address).startsWith(ISSUER.uri() + "/authorize?");
		return IssuerFake.form(URI.create(address).getRawQuery());
	}

	private MvcTestResult comeBack(Map<String, String> asked, String code) {
		ISSUER.expect(asked.getOrDefault("nonce", ""));
		return this.http.get()
			.uri("/login/oauth2/code/mokuroku")
			.param("code", code)
			.param("state", asked.getOrDefault("state", ""))
			.session(this.session)
			.exchange();
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri(path).session(this.session).exchange();
	}

	private MvcTestResult post(String path, String token) {
		return this.http.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.param("_csrf", token)
			.session(this.session)
			.exchange();
	}

}
