package io.mokuroku.review;

import java.net.URI;

import io.mokuroku.review.task.ReviewTask;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The API of reviews as its callers use it.
 */
final class ReviewsApi {

	private final MockMvcTester http;

	ReviewsApi(MockMvcTester http) {
		this.http = http;
	}

	MvcTestResult get(String path) {
		return as("reviews.read", path);
	}

	MvcTestResult as(String scopes, String path) {
		URI address = URI.create(path.replace("[", "%5B").replace("]", "%5D"));
		return this.http.get().uri(address).header("Authorization", "Bearer " + scopes).exchange();
	}

	MvcTestResult decide(ReviewTask task, String body) {
		return decideAs("reviews.decide", task.id().value(), body);
	}

	MvcTestResult decideAs(String scopes, String id, String body) {
		return this.http.post()
			.uri(URI.create("/v1/reviews/" + id + "/decision"))
			.header("Authorization", "Bearer " + scopes)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	static void refused(MvcTestResult answer, HttpStatus status, String code) {
		assertThat(answer).hasStatus(status)
			.hasContentType("application/vnd.api+json")
			.bodyJson()
			.extractingPath("$.errors[0].code")
			.isEqualTo(code);
	}

}
