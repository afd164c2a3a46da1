package io.mokuroku.enrichment.fetch;

import java.util.Optional;

import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.EpisodeFacts;

/**
 * Asks one source for one episode. Sources list regular episodes of whole numbers only;
 * of others none knows anything.
 */
public final class FetchEpisode implements TaskWorker<FetchEpisode.Input> {

	private final AnimeSources sources;

	private final WorkArea area;

	/** Fetches into a work area. */
	public FetchEpisode(AnimeSources sources, WorkArea area) {
		this.sources = sources;
		this.area = area;
	}

	@Override
	public String task() {
		return "fetch-episode";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public FetchAnime.Output work(TaskRun run, Input input) {
		AnimeSource source = FetchAnime.source(this.sources, input.link());
		if (!source.listsEpisodes() || !isEverListed(input.episode())) {
			return new FetchAnime.Output(input.link(), FetchStatus.NOT_ASKED, null);
		}
		Optional<EpisodeFacts> episode = source.findEpisode(input.link(), input.episode().value().intValueExact());
		if (episode.isEmpty()) {
			return new FetchAnime.Output(input.link(), FetchStatus.NOT_FOUND, null);
		}
		String reference = this.area.write(run.execution(), "episode/" + input.link().provider() + ".json",
				episode.get());
		return new FetchAnime.Output(input.link(), FetchStatus.OK, reference);
	}

	private static boolean isEverListed(EpisodeNumber episode) {
		return episode.kind() == EpisodeKind.REGULAR && episode.value().scale() == 0 && episode.value().signum() > 0;
	}

	/**
	 * What to ask for.
	 *
	 * @param link the page of the anime
	 * @param episode which episode of it
	 */
	public record Input(SourceLink link, EpisodeNumber episode) {
	}

}
