package io.mokuroku.upstream.sources;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.Dialects;
import io.mokuroku.upstream.Unrecognised;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.jikan.JikanSource;
import io.mokuroku.upstream.kitsu.KitsuSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The sources, for services that import it. A provider without a base address is off.
 */
@Configuration(proxyBeanMethods = false)
@Import(UpstreamApiConfiguration.class)
public class UpstreamConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(UpstreamConfiguration.class);

	@Bean
	Unrecognised unrecognised(MeterRegistry metrics) {
		return new CountedUnrecognised(metrics);
	}

	@Bean
	AnimeSources animeSources(UpstreamSettings settings, UpstreamApis apis, Unrecognised unrecognised) {
		List<AnimeSource> sources = new ArrayList<>();
		add(sources, "jikan", settings.jikan(),
				(url) -> new JikanSource(apis.open("jikan", url, Dialects.http(), Map.of()), unrecognised));
		add(sources, "kitsu", settings.kitsu(),
				(url) -> new KitsuSource(apis.open("kitsu", url, Dialects.http(), Map.of()), unrecognised));
		return new AnimeSources(sources);
	}

	private static void add(List<AnimeSource> sources, String name, UpstreamSettings.Site site,
			Function<URI, AnimeSource> source) {
		URI url = site.baseUrl();
		if (!site.enabled() || url == null) {
			logger.info("source off source={} reason={}", name, site.enabled() ? "no base-url" : "disabled");
			return;
		}
		sources.add(source.apply(url));
		logger.info("source on source={} base-url={}", name, url);
	}

}
