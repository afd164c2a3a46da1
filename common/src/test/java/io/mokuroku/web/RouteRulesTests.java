package io.mokuroku.web;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RouteRulesTests {

	@Test
	void keepsRulesInTheOrderTheyWereWritten() {
		RouteRules rules = RouteRules.of()
			.scope("reviews.read", HttpMethod.GET, "/v1/a")
			.anonymousRead(HttpMethod.GET, "/v1/b")
			.scope("operations", "/v1/**");
		assertThat(rules.rules()).containsExactly(
				new RouteRules.Rule("reviews.read", false, HttpMethod.GET, List.of("/v1/a")),
				new RouteRules.Rule("catalogue.read", true, HttpMethod.GET, List.of("/v1/b")),
				new RouteRules.Rule("operations", false, null, List.of("/v1/**")));
	}

	@Test
	void coversHeadWithGetAndNothingElse() {
		RouteRules.Rule rule = RouteRules.of().scope("reviews.read", HttpMethod.GET, "/v1/reviews").rules().getFirst();
		assertThat(rule.matcher().matches(request("GET", "/v1/reviews"))).isTrue();
		assertThat(rule.matcher().matches(request("HEAD", "/v1/reviews"))).isTrue();
		assertThat(rule.matcher().matches(request("POST", "/v1/reviews"))).isFalse();
		assertThat(rule.matcher().matches(request("GET", "/v1/reviews/7"))).isFalse();
	}

	@Test
	void coversEveryMethodWhereNoneIsNamed() {
		RouteRules.Rule rule = RouteRules.of().scope("reviews.decide", "/v1/reviews/**").rules().getFirst();
		assertThat(rule.matcher().matches(request("DELETE", "/v1/reviews/7"))).isTrue();
		assertThat(rule.covers(HttpMethod.PATCH, "/v1/reviews/{id}")).isTrue();
	}

	@Test
	void coversRouteTemplates() {
		RouteRules.Rule rule = RouteRules.of().anonymousRead(HttpMethod.GET, "/v1/anime/{id}").rules().getFirst();
		assertThat(rule.covers(HttpMethod.GET, "/v1/anime/{animeId}")).isTrue();
		assertThat(rule.covers(HttpMethod.GET, "/v1/anime/{id}/episodes")).isFalse();
		assertThat(rule.covers(HttpMethod.POST, "/v1/anime/{id}")).isFalse();
	}

	@Test
	void refusesRulesThatCannotBeMeant() {
		assertThatThrownBy(() -> RouteRules.of().anonymousRead(HttpMethod.GET))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> RouteRules.of().scope("two scopes", "/v1/**"))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private static MockHttpServletRequest request(String method, String path) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setServletPath(path);
		return request;
	}

}
