package io.mokuroku.enrichment.assemble;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.upstream.AnimeFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.mokuroku.enrichment.Facts.said;
import static io.mokuroku.enrichment.Works.aDraft;
import static io.mokuroku.enrichment.Works.aRunningEntry;
import static io.mokuroku.enrichment.Works.noting;
import static org.assertj.core.api.Assertions.assertThat;

final class AiringAssemblyTests {

	private static final String MAL = "MYANIMELIST#990041";

	private static final String KITSU = "KITSU#990042";

	@ParameterizedTest
	@CsvSource({ "UPCOMING, CANCELLED", "ONGOING, ONGOING", "FINISHED, FINISHED" })
	void believesOneWhoSaysThatAWorkWillNotCome(AiringStatus others, AiringStatus status) {
		AnimeEntry entry = Materials.of(aDraft())
			.said(said(MAL, (its) -> its.status = others),
					said("ANILIST#1", (its) -> its.status = AiringStatus.CANCELLED),
					said(KITSU, (its) -> its.status = others))
			.entry();
		assertThat(entry.airing().status()).isEqualTo(status);
	}

	@Test
	void readsTheYearFromTheFirstDay() {
		AnimeEntry undated = aDraft().with((change) -> change.airing = Airing.of(AiringStatus.FINISHED, null, null));
		AnimeEntry entry = Materials.of(undated)
			.said(said(MAL, (its) -> its.from = PartialDate.of(LocalDate.of(1999, 1, 2))))
			.entry();
		assertThat(entry.airing().year()).isEqualTo(1999);
		assertThat(entry.provenance().get("airing.year"))
			.isEqualTo(new Provenance(Sources.DERIVED, Materials.NOW, "FROM_FIRST_DAY", 0.8));
	}

	@Test
	void announcesTheNextAiring() {
		AnimeEntry entry = Materials.of(aRunningEntry())
			.episodes(Works.anEpisode(aDraft().id(), 7, "Rain", "2026-11-15", Episode.State.COMPLETE))
			.entry();
		assertThat(entry.airing().next())
			.isEqualTo(new NextEpisode(8, Instant.parse("2026-11-22T14:30:00Z"), NextAiring.COMPUTED));
		assertThat(entry.provenance().get("airing.next"))
			.isEqualTo(new Provenance(Sources.DERIVED, Materials.NOW, "WEEKLY_SLOT", 0.5));
	}

	@Test
	void countsWhatACalendarTellsByTheNumbersThatPeopleGave() {
		AnimeFacts calendar = said(MAL, (its) -> {
			its.nextRelease = Materials.NOW.plusSeconds(3600);
			its.nextNumber = 20;
		});
		EpisodeCorrections twelveLess = new EpisodeCorrections(Map.of("regular:20", "regular:8", "regular:21", ""),
				Map.of());
		Assembled assembled = Materials.of(aRunningEntry()).corrected(twelveLess).said(calendar).assemble();
		assertThat(assembled.entry().airing().next())
			.isEqualTo(new NextEpisode(8, Materials.NOW.plusSeconds(3600), NextAiring.CONFIRMED));
		assertThat(assembled.episodes()).extracting(Episode::number).containsExactly(EpisodeNumber.regular(8));
		AnimeEntry before = noting(
				aRunningEntry().with((change) -> change.airing = change.airing
					.withNext(new NextEpisode(20, Materials.NOW.plusSeconds(3600), 0.85))),
				"airing.next", "anilist", "CALENDAR");
		assertThat(Materials.of(before).corrected(twelveLess).said(calendar).entry().airing().next())
			.as("announced before it was corrected")
			.isEqualTo(assembled.entry().airing().next());
	}

	@Test
	void expectsNoEpisodeThatAPersonTookFromTheList() {
		Episode seventh = Works.anEpisode(aDraft().id(), 7, "Rain", "2026-11-15", Episode.State.COMPLETE);
		EpisodeCorrections untilSeven = new EpisodeCorrections(Map.of("regular:8", "", "regular:9", ""), Map.of());
		assertThat(Materials.of(aRunningEntry()).episodes(seventh).entry().airing().next())
			.extracting(NextEpisode::number)
			.isEqualTo(8);
		assertThat(Materials.of(aRunningEntry()).episodes(seventh).corrected(untilSeven).entry().airing().next())
			.isNull();
	}

	@Test
	void leavesAnAiringAloneThatACalendarAnnounced() {
		NextEpisode announced = new NextEpisode(9, Materials.NOW.plusSeconds(3600), 0.85);
		AnimeEntry before = noting(aRunningEntry().with((change) -> change.airing = change.airing.withNext(announced)),
				"airing.next", "animeschedule", "CALENDAR");
		AnimeEntry entry = Materials.of(before).entry();
		assertThat(entry.airing().next()).isEqualTo(announced);
		assertThat(entry.provenance().get("airing.next")).isEqualTo(before.provenance().get("airing.next"));
	}

	@ParameterizedTest
	@CsvSource({ "animeschedule, ONGOING, 0, true", "derived, ONGOING, 86399, true", "derived, UPCOMING, 600, true",
			"animeschedule, ONGOING, 86400, false", "derived, FINISHED, 600, false" })
	void leavesAnAiringThatHasBegunUntilItWasPassedOn(String source, AiringStatus status, long seconds, boolean stays) {
		NextEpisode begun = new NextEpisode(7, Materials.NOW.minusSeconds(seconds), 0.5);
		AnimeEntry before = noting(
				aRunningEntry().with((change) -> change.airing = change.airing.withStatus(status).withNext(begun)),
				"airing.next", source, "WEEKLY_SLOT");
		AnimeEntry entry = Materials.of(before)
			.dataset(before)
			.episodes(Works.anEpisode(aDraft().id(), 7, "Rain", "2026-11-15", Episode.State.COMPLETE))
			.entry();
		assertThat(begun.equals(entry.airing().next())).isEqualTo(stays);
		assertThat(Objects.equals(before.provenance().get("airing.next"), entry.provenance().get("airing.next")))
			.isEqualTo(stays);
	}

	@Test
	void expectsNothingInABreakWithoutEnd() {
		AnimeEntry running = aRunningEntry();
		Airing airing = running.airing();
		AnimeEntry onBreak = noting(
				running.with((change) -> change.airing = new Airing(airing.status(), airing.season(), airing.year(),
						airing.from(), airing.to(), airing.broadcast(), null,
						new Delay(LocalDate.of(2026, 11, 15), null, "On Break"))),
				"airing.delay", "animeschedule", "PRIORITY");
		Episode seventh = Works.anEpisode(aDraft().id(), 7, "Rain", "2026-11-15", Episode.State.COMPLETE);
		assertThat(Materials.of(running).episodes(seventh).entry().airing().next()).isNotNull();
		assertThat(Materials.of(onBreak).episodes(seventh).entry().airing().next()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "derived, 2026-11-22,, true", "derived, 2026-11-15, 2026-11-22, true",
			"derived, 2026-11-14, 2026-11-21, false", "animeschedule, 2026-11-22,, false" })
	void keepsABreakThatFollowsFromTheCalendars(String source, LocalDate from, @Nullable LocalDate until,
			boolean stays) {
		Delay delay = new Delay(from, until, "No calendar tells of it any more");
		Airing airing = Works.aRunning();
		AnimeEntry before = noting(
				aRunningEntry().with((change) -> change.airing = new Airing(airing.status(), airing.season(),
						airing.year(), airing.from(), airing.to(), airing.broadcast(), null, delay)),
				"airing.delay", source, "VANISHED");
		AnimeEntry entry = Materials.of(before).dataset(aRunningEntry()).entry();
		assertThat(entry.airing().delay()).isEqualTo(stays ? delay : null);
		assertThat(entry.provenance().get("airing.delay"))
			.isEqualTo(stays ? before.provenance().get("airing.delay") : null);
	}

	@Test
	void expectsNothingInABreakWithoutEndThatIsToCome() {
		Airing airing = Works.aRunning();
		AnimeEntry before = noting(
				aRunningEntry().with((change) -> change.airing = new Airing(airing.status(), airing.season(),
						airing.year(), airing.from(), airing.to(), airing.broadcast(), null,
						new Delay(LocalDate.of(2026, 11, 22), null, "On Break"))),
				"airing.delay", "derived", "VANISHED");
		Episode seventh = Works.anEpisode(aDraft().id(), 7, "Rain", "2026-11-15", Episode.State.COMPLETE);
		Instant dayBefore = Materials.NOW.minusSeconds(86_400);
		assertThat(Materials.of(aRunningEntry()).at(dayBefore).episodes(seventh).entry().airing().next()).isNotNull();
		assertThat(Materials.of(before).at(dayBefore).episodes(seventh).entry().airing().next()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "2026-12-28, FALL, 2026", "2026-11-20, WINTER, 2027" })
	void followsMyAnimeListWhereAPremiereLiesAtTheTurnOfAQuarter(LocalDate first, Season season, int year) {
		AnimeFacts mal = said(MAL, (its) -> {
			its.from = PartialDate.of(first);
			its.season = Season.FALL;
			its.year = 2026;
		});
		AnimeFacts[] others = Stream.of("ANILIST#1", "KITSU#990042").map((link) -> said(link, (its) -> {
			its.season = Season.WINTER;
			its.year = 2027;
		})).toArray(AnimeFacts[]::new);
		Assembled assembled = Materials.of(aDraft()).said(mal).said(others).assemble();
		assertThat(assembled.entry().airing().season()).isEqualTo(season);
		assertThat(assembled.entry().airing().year()).isEqualTo(year);
	}

}
