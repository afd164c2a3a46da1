package io.mokuroku.search;

import io.mokuroku.web.RouteRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Who may ask.
 */
@Configuration(proxyBeanMethods = false)
class SearchRoutes {

	@Bean
	RouteRules searchRouteRules() {
		return RouteRules.of()
			.anonymousRead(HttpMethod.GET, "/v1/search", "/v1/suggest")
			.anonymousRead(HttpMethod.POST, "/v1/search/agentic")
			.anonymousRead(HttpMethod.GET, "/v1/anime/**", "/v1/ids/**")
			.anonymousRead(HttpMethod.GET, "/v1/lists/**")
			.anonymousRead(HttpMethod.GET, "/v1/calendar/**")
			.anonymousRead(HttpMethod.GET, "/v1/changes")
			.anonymousRead(HttpMethod.GET, "/v1/exports/**")
			.anonymousRead(HttpMethod.GET, "/v1/about", "/v1/index")
			.scope("webhooks.manage", "/v1/webhooks/**")
			.scope("upstream.read", HttpMethod.GET, "/v1/upstream/**");
	}

}
