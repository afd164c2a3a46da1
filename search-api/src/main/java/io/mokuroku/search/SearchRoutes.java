package io.mokuroku.search;

import io.mokuroku.web.LimitClass;
import io.mokuroku.web.RouteRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/**
 * Who may ask, and what asking costs.
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
			.anonymousRead(HttpMethod.GET, "/v1/calendar/**", "/v1/calendar.ics")
			.anonymousRead(HttpMethod.GET, "/v1/changes")
			.anonymousRead(HttpMethod.GET, "/v1/exports/**")
			.anonymousRead(HttpMethod.GET, "/v1/about", "/v1/index")
			.scope("webhooks.manage", "/v1/webhooks/**")
			.scope("upstream.read", HttpMethod.GET, "/v1/upstream/**")
			.limit(LimitClass.SEARCH, HttpMethod.GET, "/v1/search", "/v1/suggest", "/v1/anime/{id}/similar",
					"/v1/calendar", "/v1/calendar.ics", "/v1/upstream/**")
			.limit(LimitClass.AGENTIC, HttpMethod.POST, "/v1/search/agentic")
			.limit(LimitClass.EXPORT, HttpMethod.GET, "/v1/exports/**");
	}

}
