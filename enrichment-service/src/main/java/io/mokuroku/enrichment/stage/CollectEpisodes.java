package io.mokuroku.enrichment.stage;

import io.mokuroku.catalogue.Stage;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;

/**
 * Makes one list of episodes of what the sources list and the catalogue has.
 */
public final class CollectEpisodes implements TaskWorker<StageInput> {

	/** Whose titles and dates count first. */
	private static final List<Provider> TRUST = List.of(Provider.MYANIMELIST, Provider.KITSU, Provider.ANILIST,
			Provider.ANIMESCHEDULE, Provider.ANIDB);

	private final WorkArea area;

	private final EntryParts parts;

	private final InstantSource clock;

	/** Collects inside a work area. */
	public CollectEpisodes(WorkArea area, EntryParts parts, InstantSource clock) {
		this.area = area;
		this.parts = parts;
		this.clock = clock;
	}

	@Override
	public String task() {
		return "collect-episodes";
	}

	@Override
	public Class<StageInput> inputType() {
		return StageInput.class;
	}

	@Override
	public StageOutput work(TaskRun run, StageInput input) {
		List<Fetched> answers = input.read(this.area, run.execution())
			.stream()
			.sorted(Comparator.comparingInt((Fetched answer) -> trust(answer.anime().link().provider()))
				.thenComparing((answer) -> answer.anime().link()))
			.toList();
		Heard.of(Stage.EPISODES, answers).write(this.area, run.execution());
		EpisodeList episodes = new EpisodeList(EpisodeMerge.merge(run.animeId(),
				answers.stream().map(Fetched::episodes).toList(), this.parts.episodes(run.animeId()),
				LocalDate.ofInstant(this.clock.instant(), Broadcast.JAPAN)));
		return new StageOutput(Stage.EPISODES, this.area.write(run.execution(), "stage/episodes.json", episodes),
				List.of());
	}

	private static int trust(Provider provider) {
		int place = TRUST.indexOf(provider);
		return (place < 0) ? TRUST.size() : place;
	}

}
