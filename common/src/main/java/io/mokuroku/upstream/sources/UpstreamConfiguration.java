package io.mokuroku.upstream.sources;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.jikan.JikanSource;
import io.mokuroku.upstream.kitsu.KitsuSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

/**
 * The sources, for services that import it. A provider without a base address is off.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstreamSettings.class)
public class UpstreamConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(UpstreamConfiguration.class);

	@Bean
	AnimeSources animeSources(UpstreamSettings settings, RestClient.Builder http, InstantSource clock) {
		RestClient client = http
			.requestFactory(ClientHttpRequestFactoryBuilder.jdk()
				.build(HttpClientSettings.defaults().withTimeouts(settings.connectTimeout(), settings.readTimeout())))
			.defaultHeader(HttpHeaders.USER_AGENT, settings.userAgent())
			.build();
		List<AnimeSource> sources = new ArrayList<>();
		add(sources, "jikan", settings.jikan(), (url) -> new JikanSource(new UpstreamApi("jikan", client, url, clock)));
		add(sources, "kitsu", settings.kitsu(), (url) -> new KitsuSource(new UpstreamApi("kitsu", client, url, clock)));
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
