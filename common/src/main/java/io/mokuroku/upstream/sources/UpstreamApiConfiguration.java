package io.mokuroku.upstream.sources;

import java.time.InstantSource;

import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.wire.Wire;
import io.mokuroku.upstream.wire.WireLimits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What lies between the clients of providers and the wire.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstreamSettings.class)
class UpstreamApiConfiguration {

	@Bean
	Wire upstreamWire(UpstreamSettings settings) {
		return new Wire(new WireLimits(settings.connectTimeout(), settings.readTimeout(), settings.totalTimeout(),
				Math.toIntExact(settings.largestAnswer().toBytes())));
	}

	@Bean
	UpstreamApis upstreamApis(UpstreamSettings settings, Wire wire, InstantSource clock) {
		return new UpstreamApis(wire, settings.userAgent(), clock);
	}

}
