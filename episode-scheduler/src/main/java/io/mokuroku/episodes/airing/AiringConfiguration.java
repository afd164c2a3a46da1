package io.mokuroku.episodes.airing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.upstream.AiringCalendar;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.sources.UpstreamConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AiringSettings.class)
@Import(UpstreamConfiguration.class)
class AiringConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(AiringConfiguration.class);

	@Bean
	RefreshCalendar refreshCalendar(AnimeSources sources, SourceLinks links, AnimeStore store, EntryParts parts,
			TraceContexts traces, MeterRegistry meters, InstantSource clock, AiringSettings settings) {
		List<AiringFeed> feeds = new ArrayList<>();
		if (settings.anilist()) {
			addCalendar(feeds, Provider.ANILIST, sources, links, settings);
		}
		if (settings.animeschedule()) {
			addCalendar(feeds, Provider.ANIMESCHEDULE, sources, links, settings);
		}
		if (settings.slot()) {
			feeds.add(new SlotFeed(parts::isUnlisted, clock, settings.catchUp()));
		}
		if (settings.kitsu()) {
			sources.find(Provider.KITSU)
				.ifPresent((kitsu) -> feeds
					.add(new NextReleaseFeed(kitsu, lastAired(parts, clock), settings.mostReleases())));
		}
		logger.info("airing feeds={}", feeds.stream().map(AiringFeed::source).toList());
		return new RefreshCalendar(feeds, new CatalogueAiring(store, traces, clock),
				(animeId) -> parts.corrections(animeId).episodes(), settings.ahead(), settings.catchUp(), meters,
				clock);
	}

	private static Function<AnimeId, Optional<Integer>> lastAired(EntryParts parts, InstantSource clock) {
		return (animeId) -> {
			LocalDate today = LocalDate.ofInstant(clock.instant(), Broadcast.JAPAN);
			return parts.episodes(animeId)
				.stream()
				.filter((episode) -> episode.number().kind() == EpisodeKind.REGULAR)
				.filter((episode) -> !Objects.requireNonNullElse(episode.airDate(), LocalDate.MAX).isAfter(today))
				.map((episode) -> episode.number().value().intValue())
				.max(Comparator.naturalOrder());
		};
	}

	private static void addCalendar(List<AiringFeed> feeds, Provider provider, AnimeSources sources, SourceLinks links,
			AiringSettings settings) {
		sources.calendars()
			.stream()
			.filter((AiringCalendar calendar) -> calendar.provider() == provider)
			.forEach((calendar) -> feeds.add(new CalendarFeed(calendar, links::findAll, settings.mostLookups())));
	}

}
