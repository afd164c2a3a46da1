package io.mokuroku.upstream.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.Unrecognised;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.anidb.AniDbSource;
import io.mokuroku.upstream.anilist.AniListSource;
import io.mokuroku.upstream.animeschedule.AnimeScheduleSource;
import io.mokuroku.upstream.jikan.JikanSource;
import io.mokuroku.upstream.kitsu.KitsuSource;
import io.mokuroku.upstream.mal.MalSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The sources, for services that import it. A provider without a base address, or without
 * what it wants to know us by, is off.
 */
@Configuration(proxyBeanMethods = false)
@Import(UpstreamApiConfiguration.class)
public class UpstreamConfiguration {

	@Bean
	Unrecognised unrecognised(MeterRegistry metrics) {
		return new CountedUnrecognised(metrics);
	}

	@Bean
	AnimeSources animeSources(UpstreamSettings settings, UpstreamApis apis, Unrecognised unrecognised) {
		ProviderApis providers = new ProviderApis(settings, apis);
		List<AnimeSource> sources = new ArrayList<>();
		add(sources, providers, "jikan", (api) -> new JikanSource(api, unrecognised));
		add(sources, providers, "mal", (api) -> new MalSource(api, unrecognised));
		add(sources, providers, "kitsu", (api) -> new KitsuSource(api, unrecognised));
		add(sources, providers, "anilist", (api) -> new AniListSource(api, unrecognised));
		add(sources, providers, "animeschedule", (api) -> new AnimeScheduleSource(api, unrecognised));
		add(sources, providers, "anidb", (api) -> new AniDbSource(api,
				Objects.requireNonNull(settings.anidb().client()), settings.anidb().clientVersion(), unrecognised));
		return new AnimeSources(sources);
	}

	private static void add(List<AnimeSource> sources, ProviderApis providers, String name,
			Function<UpstreamApi, AnimeSource> source) {
		if (providers.get(name) instanceof ProviderApis.Access.Open open) {
			sources.add(source.apply(open.api()));
		}
	}

}
