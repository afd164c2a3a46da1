package io.mokuroku.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts {@code mokuroku-defaults.properties} behind every other source of properties.
 * Metrics are pushed only where an OTLP endpoint is named, because the registry would
 * otherwise call a collector on the local machine every minute.
 */
final class SharedDefaults implements EnvironmentPostProcessor, Ordered {

	private static final String FILE = "mokuroku-defaults.properties";

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.getPropertySources().contains(FILE)) {
			return;
		}
		if (environment.containsProperty("management.otlp.metrics.export.url")) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("mokuroku-otlp-metrics",
						Map.of("management.otlp.metrics.export.enabled", "true")));
		}
		try {
			environment.getPropertySources()
				.addLast(new ResourcePropertySource(FILE,
						new ClassPathResource(FILE, SharedDefaults.class.getClassLoader())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + FILE, ex);
		}
	}

}
