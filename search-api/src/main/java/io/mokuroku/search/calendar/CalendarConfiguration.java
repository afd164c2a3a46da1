package io.mokuroku.search.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The calendar.
 */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

	@Bean
	ReadCalendar readCalendar(AnimeStore store, EntryParts parts, InstantSource clock) {
		return new ReadCalendar(new ReadCalendar.Entries() {

			@Override
			public List<AnimeEntry> airing(AiringStatus status, Instant from, Instant to) {
				return store.airing(status, from, to);
			}

			@Override
			public List<AnimeEntry> airingUnknown() {
				return store.airingUnknown();
			}

			@Override
			public boolean isUnlisted(AnimeId id, EpisodeNumber number) {
				return parts.isUnlisted(id, number);
			}

		}, clock);
	}

}
