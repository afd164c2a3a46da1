package io.mokuroku.episodes.airing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.episodes.Airings.anAiringAnime;
import static org.assertj.core.api.Assertions.assertThat;

class StoppedWorkTests {

	private static final Instant PASSED = Instant.parse("2026-11-01T14:30:00Z");

	private static final NextEpisode NINTH = new NextEpisode(9, PASSED.plus(Duration.ofDays(7)), AiringClaim.SLOT);

	private final AnimeEntry anime = anAiringAnime("MYANIMELIST#1", 8, PASSED)
		.with((change) -> change.airing = change.airing.withNext(new NextEpisode(8, PASSED, AiringClaim.SLOT)));

	private Instant now = PASSED;

	private final InstantSource clock = () -> this.now;

	private final Stores stores = Stores.on(LocalEngines.start(), this.clock);

	@BeforeEach
	void aRunningAnimeNobodyAnnounces() {
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(this.anime));
	}

	@Test
	void restsWhenNoneOfTheLastFourExpectedEpisodesWasListed() {
		this.stores.parts().putEpisodes(IntStream.rangeClosed(5, 8).mapToObj(this::unlisted).toList());
		assertThat(after(Duration.ofDays(2))).isZero();
		assertThat(entry().airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(after(Duration.ofDays(29))).isOne();
		assertThat(entry().airing().status()).isEqualTo(AiringStatus.HIATUS);
		assertThat(entry().airing().next()).isNull();
	}

	@Test
	void goesOnWhileOneOfThemWasListedUnderWhateverTitle() {
		Episode.Details untitled = new Episode.Details(null, null, null, null, null, null, List.of(), Map.of(),
				List.of(), true, null);
		this.stores.parts().putEpisodes(List.of(unlisted(5).with(untitled), unlisted(6), unlisted(7), unlisted(8)));
		assertThat(after(Duration.ofDays(2))).isOne();
		assertThat(entry().airing().next()).isEqualTo(NINTH);
	}

	@Test
	void goesOnWhileSourcesWereNotAskedForOneOfThem() {
		this.stores.parts()
			.putEpisodes(List.of(unlisted(5), unlisted(6), unlisted(7), unlisted(8).with(Episode.Details.NONE)));
		assertThat(after(Duration.ofDays(2))).isOne();
		assertThat(entry().airing().next()).isEqualTo(NINTH);
	}

	private Episode unlisted(int number) {
		return new Episode(this.anime.id(), EpisodeNumber.regular(number), null, null, null, null, null, null,
				Episode.State.AIRED_UNCONFIRMED, Episode.Details.NONE.asUnlisted());
	}

	private int after(Duration passed) {
		this.now = PASSED.plus(passed);
		SlotFeed slot = new SlotFeed(this.stores.parts()::isUnlisted, this.clock, Duration.ofHours(24));
		return new RefreshCalendar(List.of(slot), new CatalogueAiring(this.stores.anime(), Traces.none(), this.clock),
				(_) -> EpisodeCorrections.NONE, Duration.ofDays(8), Duration.ofHours(24), new SimpleMeterRegistry(),
				this.clock)
			.run();
	}

	private AnimeEntry entry() {
		return this.stores.anime().find(this.anime.id()).orElseThrow();
	}

}
