package io.mokuroku.upstream.sources;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.upstream.AiringCalendar;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.NotesOfTests;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.UpstreamSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UpstreamConfigurationTests {

	private static final String HERE = "http://127.0.0.1:1";

	@Test
	void asksNobodyWithoutAnAddress() {
		assertThat(sources(Map.of()).all()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mal", "anilist", "animeschedule", "anidb" })
	void asksNobodyWithoutWhatTheyWantToKnowUsBy(String site) {
		assertThat(sources(Map.of(site + ".base-url", HERE)).all()).isEmpty();
	}

	@Test
	void asksEverybodyWhoIsConfigured() {
		AnimeSources sources = sources(Map.of("mal.base-url", HERE, "mal.token", "id", "kitsu.base-url", HERE,
				"anilist.base-url", HERE, "homepage", "https://mokuroku.example", "animeschedule.base-url", HERE,
				"animeschedule.token", "token", "anidb.base-url", HERE, "anidb.client", "mokuroku"));
		assertThat(sources.all()).extracting(AnimeSource::provider)
			.containsExactly(Provider.MYANIMELIST, Provider.ANIDB, Provider.ANILIST, Provider.KITSU,
					Provider.ANIMESCHEDULE);
		assertThat(sources.calendars()).extracting(AiringCalendar::provider)
			.isEqualTo(List.of(Provider.ANILIST, Provider.ANIMESCHEDULE));
		assertThat(sources.all()).filteredOn(AnimeSource::listsEpisodes)
			.extracting(AnimeSource::provider)
			.containsExactly(Provider.ANIDB, Provider.ANILIST, Provider.KITSU);
		assertThat(sources(Map.of("jikan.base-url", HERE)).all()).extracting(AnimeSource::listsEpisodes)
			.containsExactly(true);
	}

	@Test
	void asksNobodyWhoIsSwitchedOff() {
		assertThat(sources(Map.of("kitsu.base-url", HERE, "kitsu.enabled", "false")).all()).isEmpty();
	}

	@Test
	void refusesBothWaysToMyAnimeList() {
		assertThatThrownBy(() -> sources(Map.of("mal.base-url", HERE, "mal.token", "id", "jikan.base-url", HERE)))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessage("Two sources are on for MYANIMELIST");
	}

	private static AnimeSources sources(Map<String, String> properties) {
		Map<String, String> all = new HashMap<>();
		properties.forEach((name, value) -> all.put("mokuroku.upstream." + name, value));
		UpstreamSettings settings = new Binder(new MapConfigurationPropertySource(all))
			.bindOrCreate("mokuroku.upstream", UpstreamSettings.class);
		return new UpstreamConfiguration().animeSources(settings, UpstreamApis.direct(InstantSource.system()),
				new NotesOfTests());
	}

}
