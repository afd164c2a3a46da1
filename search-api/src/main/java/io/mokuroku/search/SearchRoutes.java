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
		return RouteRules.of().anonymousRead(HttpMethod.GET, "/v1/search", "/v1/suggest", "/v1/anime/**", "/v1/index");
	}

}
