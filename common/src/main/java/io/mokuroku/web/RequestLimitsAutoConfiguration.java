package io.mokuroku.web;

import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.upstream.shared.SharedState;
import io.mokuroku.web.limit.PromptRedis;
import io.mokuroku.web.limit.SharedCounts;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Limits how often clients may ask, over all instances where there is a Redis.
 */
@AutoConfiguration(after = ApiErrorsAutoConfiguration.class, before = ApiSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(LimitSettings.class)
public final class RequestLimitsAutoConfiguration {

	/** A connection of its own, because requests wait for it and for nothing else. */
	@Bean
	LimitsInRedis limitsInRedis(ObjectProvider<LettuceConnectionFactory> redis, LimitSettings settings) {
		LettuceConnectionFactory known = settings.enabled() ? redis.getIfAvailable() : null;
		return new LimitsInRedis((known != null) ? PromptRedis.like(known, settings.patience()) : null);
	}

	@Bean
	RequestLimits requestLimits(LimitSettings settings, LimitsInRedis place, ObjectProvider<RouteRules> routes,
			ErrorWriter errors, ObjectProvider<InstantSource> clock, ObjectProvider<MeterRegistry> meters) {
		List<RouteRules.Limit> rules = routes.orderedStream().flatMap((each) -> each.limits().stream()).toList();
		SharedCounts counts = new SharedCounts(place.shared(clock.getIfAvailable(InstantSource::system)),
				clock.getIfAvailable(InstantSource::system));
		counts.probe();
		return new RequestLimits(settings, counts, rules, errors, meters.getIfAvailable(SimpleMeterRegistry::new));
	}

	/** It stands inside the security chain and nowhere else. */
	@Bean
	FilterRegistrationBean<RequestLimits> requestLimitsOnlyInsideTheChain(RequestLimits limits) {
		FilterRegistrationBean<RequestLimits> registration = new FilterRegistrationBean<>(limits);
		registration.setEnabled(false);
		return registration;
	}

	record LimitsInRedis(@Nullable LettuceConnectionFactory connections) implements DisposableBean {

		SharedState shared(InstantSource clock) {
			return SharedState.in(this.connections, clock);
		}

		@Override
		public void destroy() {
			if (this.connections != null) {
				this.connections.destroy();
			}
		}

	}

}
