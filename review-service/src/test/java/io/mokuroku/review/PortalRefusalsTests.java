package io.mokuroku.review;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * What people see when the portal cannot do what they ask.
 */
@ReviewServiceTest
final class PortalRefusalsTests {

	private final MockMvcTester http;

	private final int port;

	PortalRefusalsTests(MockMvcTester http, @LocalServerPort int port) {
		this.http = http;
		this.port = port;
	}

	@ParameterizedTest
	@CsvSource({ "GET,/portal/nothing,404", "DELETE,/portal/tasks/x/decision,405", "PUT,/portal,405",
			"POST,/portal/tasks/x/unknown,404" })
	void answersPeopleWithAPage(String method, String path, int status) {
		MvcTestResult answer = this.http.method(HttpMethod.valueOf(method))
			.uri(path)
			.with(reviewer())
			.with(csrf())
			.exchange();
		assertThat(answer).hasStatus(status).hasContentType("text/html;charset=UTF-8");
		assertThat(HtmlPages.read(answer).select("h1").text()).isNotEmpty();
	}

	@Test
	void saysWhenAFormIsTooLong() {
		MvcTestResult answer = this.http.post()
			.uri("/portal/tasks/x/decision")
			.with(reviewer())
			.with(csrf())
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content("note=" + "x".repeat(1 << 20))
			.exchange();
		assertThat(answer).hasStatus(HttpStatus.CONTENT_TOO_LARGE).hasContentType("text/html;charset=UTF-8");
		assertThat(answer.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'");
	}

	@Test
	void readsAsManyCellsAsTheRowsOfACorrectionHave() throws Exception {
		assertThat(post(11_100)).as("without a session nobody may").isEqualTo(post(10)).isEqualTo(403);
		assertThat(post(12_100)).as("more than any page sends").isEqualTo(400);
	}

	private int post(int cells) throws Exception {
		try (HttpClient browser = HttpClient.newHttpClient()) {
			return browser
				.send(HttpRequest
					.newBuilder(URI.create("http://localhost:%d/portal/tasks/x/decision".formatted(this.port)))
					.header("Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE)
					.POST(BodyPublishers.ofString("episodeRows.title=&".repeat(cells)))
					.build(), BodyHandlers.discarding())
				.statusCode();
		}
	}

	@Test
	void answersProgramsWithAnErrorDocument() {
		ReviewsApi.refused(new ReviewsApi(this.http).get("/v1/nothing"), HttpStatus.NOT_FOUND, "not_found");
	}

	@Test
	void answersTheHeadOfAPageLikeThePage() {
		assertThat(this.http.head().uri("/portal").with(reviewer())).hasStatusOk();
		assertThat(this.http.head().uri("/portal/signed-out")).hasStatusOk();
		assertThat(this.http.head().uri("/portal")).hasStatus(HttpStatus.FOUND);
	}

	@Test
	void knowsOneWayToSignInOnly() {
		MvcTestResult answer = this.http.get().uri("/oauth2/authorization/another").exchange();
		assertThat(answer).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(HtmlPages.read(answer).select("h1").text()).isEqualTo("Not found");
	}

	@Test
	void refusesAFormWhereAProgramWouldSendJson() {
		ReviewsApi.refused(this.http.post()
			.uri("/v1/reviews/00112233445566778899aabbccddeeff/decision")
			.header("Authorization", "Bearer reviews.decide")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.content("decision=APPROVE")
			.param("decision", "APPROVE")
			.exchange(), HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type");
		ReviewsApi.refused(this.http.post()
			.uri("/v1/reviews/00112233445566778899aabbccddeeff/decision?force=1")
			.header("Authorization", "Bearer reviews.decide")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.exchange(), HttpStatus.BAD_REQUEST, "unknown_parameter");
	}

	private static RequestPostProcessor reviewer() {
		return user("ada")
			.authorities(AuthorityUtils.createAuthorityList("SCOPE_reviews.read", "SCOPE_reviews.decide"));
	}

}
