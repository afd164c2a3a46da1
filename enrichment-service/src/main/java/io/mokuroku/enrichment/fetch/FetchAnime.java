package io.mokuroku.enrichment.fetch;

import java.util.Optional;

import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import org.jspecify.annotations.Nullable;

/**
 * Asks one source for everything it says of an anime.
 */
public final class FetchAnime implements TaskWorker<FetchAnime.Input> {

	private final AnimeSources sources;

	private final WorkArea area;

	/** Fetches into a work area. */
	public FetchAnime(AnimeSources sources, WorkArea area) {
		this.sources = sources;
		this.area = area;
	}

	@Override
	public String task() {
		return "fetch";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public Output work(TaskRun run, Input input) {
		AnimeSource source = source(this.sources, input.link());
		Optional<AnimeFacts> anime = source.find(input.link());
		if (anime.isEmpty()) {
			return new Output(input.link(), FetchStatus.NOT_FOUND, null);
		}
		Fetched fetched = new Fetched(anime.get(), source.episodes(anime.get().link()));
		String reference = this.area.write(run.execution(), "fetched/" + input.link().provider() + ".json", fetched);
		return new Output(input.link(), FetchStatus.OK, reference);
	}

	static AnimeSource source(AnimeSources sources, SourceLink link) {
		return sources.find(link.provider())
			.orElseThrow(() -> new PermanentFailure("source_off", link.provider() + " is switched off"));
	}

	/**
	 * Whom to ask.
	 *
	 * @param link the page to ask about
	 */
	public record Input(SourceLink link) {
	}

	/**
	 * How it went.
	 *
	 * @param link the page asked about
	 * @param status whether there was an answer
	 * @param ref the {@link Fetched} in the work area, if there is one
	 */
	public record Output(SourceLink link, FetchStatus status, @Nullable String ref) {
	}

}
