package io.mokuroku.review.desk;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.web.RouteRules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

	@Bean
	RouteRules routeRules() {
		return RouteRules.of()
			.scope("reviews.read", HttpMethod.GET, "/v1/reviews", "/v1/reviews/*")
			.scope("reviews.decide", HttpMethod.POST, "/v1/reviews/*/decision");
	}

	@Bean
	ReviewDesk reviewDesk(ReviewTasks tasks, AnimeStore store, EntryParts parts) {
		return new ReviewDesk(tasks, store, parts);
	}

}
