package io.mokuroku.enrichment.assemble;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.Works;
import io.mokuroku.upstream.AnimeFacts;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Works.noting;
import static org.assertj.core.api.Assertions.assertThat;

final class StoppedWorkTests {

	private static final Instant TONIGHT = Instant.parse("2026-11-22T14:30:00Z");

	/** Nobody lists the last four; the seventh was expected six days ago. */
	private static final NextEpisode SEVENTH = new NextEpisode(7, TONIGHT.minus(Duration.ofDays(7)), 0.5);

	private static final NextEpisode EIGHTH = new NextEpisode(8, TONIGHT, NextAiring.COMPUTED);

	private final AnimeEntry stopped = noting(
			Works.aRunningEntry().with((change) -> change.airing = change.airing.withNext(SEVENTH)), "airing.next",
			"derived", "WEEKLY_SLOT");

	private final AnimeEntry resting = noting(
			Works.aRunningEntry().with((change) -> change.airing = change.airing.withStatus(AiringStatus.HIATUS)),
			"airing.status", "derived", "STALLED");

	@Test
	void keepsTheAiringThatNobodyListed() {
		AnimeEntry entry = unlisted(this.stopped).entry();
		assertThat(entry.airing().next()).isEqualTo(SEVENTH);
		assertThat(entry.provenance().get("airing.next")).isEqualTo(this.stopped.provenance().get("airing.next"));
		AnimeEntry slotless = this.stopped
			.with((change) -> change.airing = Airing.of(AiringStatus.ONGOING, null, 2026).withNext(SEVENTH));
		assertThat(unlisted(slotless).entry().airing().next()).isEqualTo(SEVENTH);
	}

	@Test
	void goesOnWithAnEpisodeThatIsListedLateOrACalendar() {
		assertThat(listed(this.stopped).entry().airing().next()).isEqualTo(EIGHTH);
		AnimeFacts calendar = Facts.said("ANILIST#1", (its) -> {
			its.nextRelease = TONIGHT;
			its.nextNumber = 8;
		});
		assertThat(unlisted(this.stopped).said(calendar).entry().airing().next())
			.isEqualTo(new NextEpisode(8, TONIGHT, NextAiring.CONFIRMED));
	}

	@Test
	void expectsNothingAfterTheLastEpisode() {
		AnimeEntry ofSeven = this.stopped.with((change) -> change.episodes = 7);
		Airing airing = unlisted(ofSeven).at(TONIGHT.minus(Duration.ofDays(1))).entry().airing();
		assertThat(airing.status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(airing.next()).isNull();
	}

	@Test
	void restsUntilSomebodyTellsOfAnEpisode() {
		AnimeEntry entry = unlisted(this.resting).entry();
		assertThat(entry.airing().status()).isEqualTo(AiringStatus.HIATUS);
		assertThat(entry.airing().next()).isNull();
		assertThat(entry.provenance().get("airing.status")).isEqualTo(this.resting.provenance().get("airing.status"));
		AnimeEntry again = listed(this.resting).entry();
		assertThat(again.airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(again.airing().next()).isEqualTo(EIGHTH);
	}

	@Test
	void goesOnWhenTheSourceThatToldOfARestSaysSo() {
		AnimeEntry told = noting(this.resting, "airing.status", "anilist", "PRIORITY");
		assertThat(unlisted(told).entry().airing().status()).isEqualTo(AiringStatus.ONGOING);
	}

	private static Materials unlisted(AnimeEntry before) {
		return running(before).episodes(episodes(Episode.State.AIRED_UNCONFIRMED));
	}

	private static Materials listed(AnimeEntry before) {
		return running(before).episodes(episodes(Episode.State.COMPLETE));
	}

	private static Materials running(AnimeEntry before) {
		return Materials.of(before)
			.dataset(before.with((change) -> change.airing = change.airing.withStatus(AiringStatus.ONGOING)));
	}

	/** The first three of seven are listed, and so is the fourth if it is complete. */
	private static Episode[] episodes(Episode.State fourth) {
		return IntStream.rangeClosed(1, 7).mapToObj((number) -> {
			boolean listed = number < 4 || (number == 4 && fourth == Episode.State.COMPLETE);
			Episode episode = Works.anEpisode(Works.aDraft().id(), number, listed ? "Rain" : null,
					LocalDate.of(2026, 10, 4).plusWeeks(number - 1L).toString(),
					listed ? Episode.State.COMPLETE : Episode.State.AIRED_UNCONFIRMED);
			return listed ? episode : Works.unlisted(episode);
		}).toArray(Episode[]::new);
	}

}
