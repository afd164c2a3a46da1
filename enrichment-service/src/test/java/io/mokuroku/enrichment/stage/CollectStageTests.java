package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Episode.State;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Facts;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.enrichment.workflow.WorkAreas;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.EpisodeFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.mokuroku.enrichment.Facts.anEpisode;
import static io.mokuroku.enrichment.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The three stages, from answers in the work area to what they leave there.
 */
final class CollectStageTests {

	private static final URI MAL_COVER = URI.create("https://cdn.example.org/mal.jpg");

	private static final URI KITSU_COVER = URI.create("https://cdn.example.org/kitsu.jpg");

	/** A Monday in Japan. */
	private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T15:30:00Z"));

	private final Stores stores = Stores.on(LocalEngines.start(), CLOCK);

	private final AnimeId anime = Works.aDraft().id();

	private final TaskRun run = new TaskRun("execution-1", this.anime);

	private final WorkArea area;

	CollectStageTests(@TempDir Path folder) {
		this.area = WorkAreas.in(folder);
	}

	@BeforeEach
	void emptyStore() {
		LocalEngines.start().reset();
	}

	@Test
	void collectsWhatAllSourcesSay() {
		StageOutput output = CollectStage.metadata(this.area).work(this.run, bothSources());
		assertThat(output.stage()).isEqualTo(Stage.METADATA);
		assertThat(output.images()).isEmpty();
		assertThat(this.area.read("execution-1", output.ref(), Candidates.class).rows())
			.filteredOn((row) -> row.field().equals("synopsis"))
			.extracting(CandidateRow::source, (row) -> row.value().asString())
			.containsExactlyInAnyOrder(tuple(Sources.KITSU, "From Kitsu."),
					tuple(Sources.MYANIMELIST, "From MyAnimeList."));
	}

	@Test
	void findsOnePictureWorthCopying() {
		StageOutput output = CollectStage.media(this.area).work(this.run, bothSources());
		assertThat(output.images()).containsExactly(MAL_COVER);
		assertThat(this.area.read("execution-1", output.ref(), Candidates.class).rows()).extracting(CandidateRow::field)
			.containsExactlyInAnyOrder("artwork.picture", "artwork.picture", "artwork.covers", "artwork.covers");
	}

	@Test
	void hasNoPictureWhereNobodyShowsOne() {
		StageInput nothing = new StageInput(List.of(write("A", said("KITSU#990042", (its) -> {
		}))));
		assertThat(CollectStage.media(this.area).work(this.run, nothing).images()).isEmpty();
	}

	@Test
	void trustsEpisodesOfMyAnimeListFirstInWhateverOrderTheyCome() {
		List<Episode> episodes = episodes(bothSources());
		assertThat(episodes).extracting(Episode::title).containsExactly("The First Letter", "Rain");
	}

	@Test
	void keepsEpisodesTheCatalogueHas() {
		Episode third = Works.anEpisode(this.anime, 3, "Lantern", "2026-10-18", State.COMPLETE);
		this.stores.parts().putEpisodes(List.of(third));
		assertThat(episodes(bothSources())).hasSize(3).contains(third);
	}

	@Test
	void readsTheDateInJapan() {
		StageInput today = new StageInput(List.of(write("A", said("KITSU#990042", (its) -> {
		}), anEpisode(8, null, "2026-11-23"))));
		assertThat(episodes(today).getFirst().state()).isEqualTo(State.AIRED_UNCONFIRMED);
	}

	private List<Episode> episodes(StageInput input) {
		StageOutput output = CollectStage.episodes(this.area, this.stores.parts(), CLOCK).work(this.run, input);
		return this.area.read("execution-1", output.ref(), EpisodeList.class).episodes();
	}

	private StageInput bothSources() {
		String kitsu = write("KITSU", said("KITSU#990042", (its) -> {
			its.synopsis = "From Kitsu.";
			its.picture = KITSU_COVER;
		}), anEpisode(1, "First", "2026-10-04"), anEpisode(2, "Rain", "2026-10-11"));
		String mal = write("MYANIMELIST", said("MYANIMELIST#990041", (its) -> {
			its.synopsis = "From MyAnimeList.";
			its.picture = MAL_COVER;
		}), anEpisode(1, "The First Letter", "2026-10-04"));
		return new StageInput(List.of(kitsu, mal));
	}

	private String write(String name, AnimeFacts facts, EpisodeFacts... episodes) {
		return this.area.write("execution-1", "fetched/" + name + ".json", Facts.fetched(facts, List.of(episodes)));
	}

}
