package io.mokuroku.upstream.sources;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.Dialects;
import io.mokuroku.upstream.Unrecognised;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.anidb.AniDbSource;
import io.mokuroku.upstream.anilist.AniListSource;
import io.mokuroku.upstream.animeschedule.AnimeScheduleSource;
import io.mokuroku.upstream.jikan.JikanSource;
import io.mokuroku.upstream.kitsu.KitsuSource;
import io.mokuroku.upstream.mal.MalSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;

/**
 * The sources, for services that import it. A provider without a base address, or without
 * what it wants to know us by, is off.
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
		add(sources, "jikan", settings.jikan(), null,
				(url) -> new JikanSource(apis.open("jikan", url, Dialects.http(), Map.of()), unrecognised));
		add(sources, "mal", settings.mal(), lacksToken(settings.mal()),
				(url) -> new MalSource(
						apis.open("mal", url, Dialects.myAnimeList(), Map.of("X-MAL-CLIENT-ID", token(settings.mal()))),
						unrecognised));
		add(sources, "kitsu", settings.kitsu(), null,
				(url) -> new KitsuSource(apis.open("kitsu", url, Dialects.http(), Map.of()), unrecognised));
		add(sources, "anilist", settings.anilist(), (settings.homepage() != null) ? null : "no homepage",
				(url) -> new AniListSource(apis.open("anilist", url, Dialects.aniList(), referer(settings)),
						unrecognised));
		add(sources, "animeschedule", settings.animeschedule(), lacksToken(settings.animeschedule()),
				(url) -> new AnimeScheduleSource(
						apis.open("animeschedule", url, Dialects.http(),
								Map.of(HttpHeaders.AUTHORIZATION, "Bearer " + token(settings.animeschedule()))),
						unrecognised));
		String client = settings.anidb().client();
		add(sources, "anidb", settings.anidb(), (client != null) ? null : "no client",
				(url) -> new AniDbSource(apis.open("anidb", url, Dialects.aniDb(), Map.of()),
						Objects.requireNonNull(client), settings.anidb().clientVersion(), unrecognised));
		return new AnimeSources(sources);
	}

	/**
	 * @param lacks what is missing beside the address, null if nothing
	 */
	private static void add(List<AnimeSource> sources, String name, UpstreamSettings.Site site, @Nullable String lacks,
			Function<URI, AnimeSource> source) {
		URI url = site.baseUrl();
		if (!site.enabled() || url == null || lacks != null) {
			logger.info("source off source={} reason=\"{}\"", name,
					!site.enabled() ? "disabled" : (url == null) ? "no base-url" : lacks);
			return;
		}
		sources.add(source.apply(url));
		logger.info("source on source={} base-url={}", name, url);
	}

	private static @Nullable String lacksToken(UpstreamSettings.Site site) {
		return (site.token() != null) ? null : "no token";
	}

	private static String token(UpstreamSettings.Site site) {
		return Objects.requireNonNull(site.token(), "token").value();
	}

	/** Our own site and nobody else's: AniList wants to know who asks. */
	private static Map<String, String> referer(UpstreamSettings settings) {
		return Map.of(HttpHeaders.REFERER, Objects.requireNonNull(settings.homepage(), "homepage").toString());
	}

}
