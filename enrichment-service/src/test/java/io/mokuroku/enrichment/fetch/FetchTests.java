package io.mokuroku.enrichment.fetch;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.enrichment.workflow.WorkAreas;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.EpisodeFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.mokuroku.enrichment.Facts.anEpisode;
import static io.mokuroku.enrichment.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class FetchTests {

	private static final SourceLink MAL = SourceLink.ofKey("MYANIMELIST#990041");

	private static final SourceLink SLUG = SourceLink.ofKey("KITSU#hoshi-no-tegami");

	private static final AnimeFacts FACTS = said("KITSU#990042", (its) -> its.synopsis = "A courier.");

	private static final EpisodeFacts FIRST = anEpisode(1, "The First Letter", "2026-10-04");

	private final TaskRun run = new TaskRun("execution-1", Works.aDraft().id());

	private final AnimeSources sources = new AnimeSources(List.of(new SourceInMemory(Provider.MYANIMELIST).down(),
			new SourceInMemory(Provider.KITSU).knowing(SLUG, FACTS, FIRST)));

	private final WorkArea area;

	private final FetchAnime fetchAnime;

	private final FetchEpisode fetchEpisode;

	FetchTests(@TempDir Path folder) {
		this.area = WorkAreas.in(folder);
		this.fetchAnime = new FetchAnime(this.sources, this.area);
		this.fetchEpisode = new FetchEpisode(this.sources, this.area);
	}

	@Test
	void keepsTheAnswerForTheStages() {
		FetchAnime.Output output = this.fetchAnime.work(this.run, new FetchAnime.Input(SLUG, null));
		assertThat(output).isEqualTo(new FetchAnime.Output(SLUG, FetchStatus.OK, "fetched/KITSU.json"));
		assertThat(this.area.read("execution-1", "fetched/KITSU.json", Fetched.class))
			.isEqualTo(Facts.fetched(FACTS, List.of(FIRST)));
	}

	@Test
	void keepsTheRestOfAnAnswerWhenItsCastCannotBeRead() {
		assertThat(fetchedWithout(new PermanentFailure("unreadable", "Nonsense"), null)).isEqualTo(
				new Fetched(FACTS, List.of(FIRST), List.of(), List.of(), Map.of(Stage.CHARACTERS, "unreadable")));
		assertThat(fetchedWithout(new RetryableFailure("No connection", null), null).missed())
			.containsExactly(Map.entry(Stage.CHARACTERS, "unreachable"));
	}

	@Test
	void asksAgainAsAWholeWhereASourceAsksToWait() {
		RetryableFailure wait = new RetryableFailure("Too many", null, Duration.ofSeconds(3));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> fetchedWithout(wait, null));
	}

	@Test
	void asksForACastOnlyWhereEverythingIsAskedFor() {
		assertThat(fetchedWithout(new PermanentFailure("unreadable", "Nonsense"), Mode.REFRESH).missed())
			.isEqualTo(Map.of(Stage.CHARACTERS, Fetched.NOT_ASKED, Stage.STAFF, Fetched.NOT_ASKED));
	}

	private Fetched fetchedWithout(RuntimeException failure, @Nullable Mode mode) {
		AnimeSources one = new AnimeSources(
				List.of(new SourceInMemory(Provider.KITSU).knowing(SLUG, FACTS, FIRST).withoutCast(failure)));
		new FetchAnime(one, this.area).work(this.run, new FetchAnime.Input(SLUG, mode));
		return this.area.read("execution-1", "fetched/KITSU.json", Fetched.class);
	}

	@Test
	void saysWhenASourceDoesNotKnowTheAnime() {
		SourceLink other = SourceLink.ofKey("KITSU#7");
		assertThat(this.fetchAnime.work(this.run, new FetchAnime.Input(other, null)))
			.isEqualTo(new FetchAnime.Output(other, FetchStatus.NOT_FOUND, null));
	}

	@Test
	void failsAloneWhenItsSourceIsDown() {
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.fetchAnime.work(this.run, new FetchAnime.Input(MAL, null)));
		assertThat(this.fetchAnime.work(this.run, new FetchAnime.Input(SLUG, null)).status()).isEqualTo(FetchStatus.OK);
	}

	@Test
	void failsForGoodWhenItsSourceWasSwitchedOff() {
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.fetchAnime.work(this.run, new FetchAnime.Input(SourceLink.ofKey("ANIDB#1"), null)))
			.satisfies((failure) -> assertThat(failure.code()).isEqualTo("source_off"));
	}

	@Test
	void fetchesOneEpisode() {
		FetchAnime.Output output = this.fetchEpisode.work(this.run, asking(EpisodeNumber.regular(1)));
		assertThat(output).isEqualTo(new FetchAnime.Output(SLUG, FetchStatus.OK, "episode/KITSU.json"));
		assertThat(this.area.read("execution-1", "episode/KITSU.json", EpisodeFacts.class)).isEqualTo(FIRST);
		assertThat(this.fetchEpisode.work(this.run, asking(EpisodeNumber.regular(2))).status())
			.isEqualTo(FetchStatus.NOT_FOUND);
	}

	@Test
	void asksNobodyForEpisodesThatNobodyLists() {
		for (EpisodeNumber number : List.of(new EpisodeNumber(EpisodeKind.SPECIAL, BigDecimal.ONE),
				new EpisodeNumber(EpisodeKind.REGULAR, new BigDecimal("1.5")), EpisodeNumber.regular(0))) {
			assertThat(this.fetchEpisode.work(this.run, new FetchEpisode.Input(MAL, number)))
				.isEqualTo(new FetchAnime.Output(MAL, FetchStatus.NOT_ASKED, null));
		}
	}

	@Test
	void asksNobodyForAnEpisodeWhoListsNone() {
		AnimeSources calendar = new AnimeSources(List.of(new SourceInMemory(Provider.ANIMESCHEDULE).down()));
		SourceLink link = SourceLink.ofKey("ANIMESCHEDULE#hoshi");
		assertThat(new FetchEpisode(calendar, this.area).work(this.run,
				new FetchEpisode.Input(link, EpisodeNumber.regular(1))))
			.isEqualTo(new FetchAnime.Output(link, FetchStatus.NOT_ASKED, null));
	}

	private static FetchEpisode.Input asking(EpisodeNumber number) {
		return new FetchEpisode.Input(SLUG, number);
	}

}
