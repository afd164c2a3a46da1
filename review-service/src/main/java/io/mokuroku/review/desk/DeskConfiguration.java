package io.mokuroku.review.desk;

import java.time.InstantSource;

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
			.scope("reviews.decide", HttpMethod.POST, "/v1/reviews/*/decision", "/v1/reviews/*/claim")
			.scope("reviews.decide", HttpMethod.DELETE, "/v1/reviews/*/claim");
	}

	@Bean
	ReviewDesk reviewDesk(ReviewTasks tasks, AnimeStore store, EntryParts parts, InstantSource clock) {
		return new ReviewDesk(tasks, store, parts, clock);
	}

}
