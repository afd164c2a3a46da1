package io.mokuroku.upstream.sources;

import java.time.InstantSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.raw.BucketRawResponses;
import io.mokuroku.upstream.raw.RawResponses;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireLimits;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * What lies between the clients of providers and the wire, for services that need it
 * without the sources.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstreamSettings.class)
public class UpstreamApiConfiguration {

	@Bean
	Wire upstreamWire(UpstreamSettings settings) {
		return new Wire(new WireLimits(settings.connectTimeout(), settings.readTimeout(), settings.totalTimeout(),
				Math.toIntExact(settings.largestAnswer().toBytes())));
	}

	@Bean
	SharedState upstreamSharedState(ObjectProvider<RedisConnectionFactory> redis, InstantSource clock) {
		return SharedState.in(redis.getIfAvailable(), clock);
	}

	@Bean
	AnswerCache upstreamAnswerCache(SharedState shared) {
		return new AnswerCache(shared);
	}

	/** A service without a client of S3 keeps no raw answers. */
	@Bean
	RawResponses rawResponses(UpstreamSettings settings, ObjectProvider<S3Client> s3, MeterRegistry meters) {
		S3Client client = s3.getIfAvailable();
		if (client == null || settings.rawBucket().isBlank()) {
			return RawResponses.none();
		}
		return new BucketRawResponses(client, settings.rawBucket(),
				(outcome) -> meters.counter("mokuroku.upstream.raw", "outcome", outcome).increment());
	}

	@Bean
	UpstreamApis upstreamApis(UpstreamSettings settings, Wire wire, SharedState shared, RawResponses raw,
			MeterRegistry meters, ObjectProvider<ObservationRegistry> observations, InstantSource clock) {
		return new UpstreamApis(wire, settings.userAgent(), settings::rules, shared, raw, meters,
				observations.getIfAvailable(() -> ObservationRegistry.NOOP), clock);
	}

}
