package io.mokuroku.review.desk;

import java.time.Duration;
import java.time.InstantSource;

import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.raw.BucketRawResponses;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.web.RouteRules;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstreamSettings.class)
class DeskConfiguration {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Bean
	RouteRules routeRules() {
		return RouteRules.of()
			.scope("reviews.read", HttpMethod.GET, "/v1/reviews", "/v1/reviews/*")
			.scope("reviews.decide", HttpMethod.POST, "/v1/reviews/*/decision", "/v1/reviews/*/claim")
			.scope("reviews.decide", HttpMethod.DELETE, "/v1/reviews/*/claim");
	}

	/** Buckets in the path, so that a local endpoint needs no host name per bucket. */
	@Bean
	RawResponses rawResponses(UpstreamSettings settings) {
		return settings.rawBucket().isBlank() ? RawResponses.none()
				: new BucketRawResponses(S3Client.builder()
					.forcePathStyle(true)
					.overrideConfiguration((calls) -> calls.apiCallTimeout(PATIENCE))
					.build(), settings.rawBucket(), (_) -> {
					});
	}

	@Bean
	SourceAnswers sourceAnswers(RawResponses responses) {
		return new SourceAnswers(responses);
	}

	@Bean
	ReviewDesk reviewDesk(ReviewTasks tasks, AnimeStore store, EntryParts parts, InstantSource clock) {
		return new ReviewDesk(tasks, store, parts, clock);
	}

}
