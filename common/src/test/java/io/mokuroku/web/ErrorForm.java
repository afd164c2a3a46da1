package io.mokuroku.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form that every failed answer has.
 */
final class ErrorForm {

	private ErrorForm() {
	}

	static void check(int status, String contentType, String body) {
		assertThat(contentType).as(body).isEqualTo("application/vnd.api+json");
		JsonNode errors = JsonMapper.shared().readTree(body).path("errors");
		assertThat(errors.size()).as(body).isPositive();
		for (JsonNode error : errors) {
			assertThat(error.path("id").asString()).matches("[0-9a-f-]{36}");
			assertThat(error.path("status").asString()).isEqualTo(Integer.toString(status));
			assertThat(error.path("code").asString()).matches("[a-z][a-z0-9_]+");
			assertThat(error.path("title").asString()).isNotBlank();
			assertThat(error.path("source").size()).as(body).isLessThanOrEqualTo(1);
			assertThat(error.propertyNames()).isSubsetOf("id", "status", "code", "title", "detail", "source", "meta");
		}
		assertThat(body).doesNotContainIgnoringCase("exception")
			.doesNotContain("secret", "\tat ", "java.", "org.", "Tomcat");
	}

}
