package io.mokuroku.local.upstream;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.CalendarRow;
import io.mokuroku.upstream.Dialects;
import io.mokuroku.upstream.ReleaseKind;
import io.mokuroku.upstream.UpstreamApis;
import io.mokuroku.upstream.anilist.AniListSource;
import io.mokuroku.upstream.animeschedule.AnimeScheduleSource;
import io.mokuroku.upstream.jikan.JikanSource;
import io.mokuroku.upstream.kitsu.KitsuSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The catalogue's own clients understand everything the demo providers say.
 */
class RealClientsTests {

	private static final Instant NOW = Instant.parse("2026-11-21T15:30:00Z");

	private static final List<SampleTitle> TITLES = InventedTitles.first(40);

	private final DemoUpstream demo = DemoUpstream.open(0, TITLES, InstantSource.fixed(NOW));

	private final UpstreamApis apis = UpstreamApis.direct(InstantSource.fixed(NOW));

	private final List<String> unrecognised = new ArrayList<>();

	private final JikanSource jikan = new JikanSource(
			this.apis.open("jikan", URI.create(this.demo.jikanUrl()), Dialects.http(), Map.of()), this::note);

	private final KitsuSource kitsu = new KitsuSource(
			this.apis.open("kitsu", URI.create(this.demo.kitsuUrl()), Dialects.http(), Map.of()), this::note);

	private final AniListSource aniList = new AniListSource(
			this.apis.open("anilist", URI.create(this.demo.aniListUrl()), Dialects.aniList(), Map.of()), this::note);

	private final AnimeScheduleSource animeSchedule = new AnimeScheduleSource(
			this.apis.open("animeschedule", URI.create(this.demo.animeScheduleUrl()), Dialects.http(), Map.of()),
			this::note);

	@AfterEach
	void close() {
		this.demo.close();
	}

	@Test
	void understandWorksEpisodesAndPeople() {
		for (SampleTitle title : TITLES) {
			String id = Long.toString(title.mal());
			InventedCast cast = InventedCast.of(title);
			for (AnimeSource source : List.of(this.jikan, this.kitsu, this.aniList)) {
				SourceLink link = new SourceLink(source.provider(), id);
				AnimeFacts facts = source.find(link).orElseThrow();
				assertThat(facts.titles().japanese()).isEqualTo(title.japanese());
				assertThat(source.characters(link)).as("cast at %s", link).hasSameSizeAs(cast.characters());
				assertThat(source.staff(link)).as("staff at %s", link).hasSameSizeAs(cast.staff());
				if (title.type() == SampleTitle.Type.TV && title.status() != SampleTitle.Status.UPCOMING) {
					assertThat(source.episodes(link)).as("episodes at %s", link).isNotEmpty();
				}
			}
		}
		assertThat(this.unrecognised).isEmpty();
	}

	@Test
	void understandWhenEpisodesAir() {
		List<CalendarRow> aniList = this.aniList.between(ReleaseKind.RAW, NOW, NOW.plusSeconds(7 * 86_400));
		List<CalendarRow> schedule = this.animeSchedule.between(ReleaseKind.RAW, NOW, NOW.plusSeconds(7 * 86_400));
		assertThat(aniList).isNotEmpty()
			.extracting(CalendarRow::at)
			.isEqualTo(schedule.stream().map(CalendarRow::at).toList());
		assertThat(schedule)
			.allMatch((row) -> row.sameAs().stream().anyMatch((link) -> link.provider() == Provider.MYANIMELIST));
		assertThat(this.unrecognised).isEmpty();
	}

	private void note(String source, String what, String text) {
		this.unrecognised.add(source + " " + what + " " + text);
	}

}
