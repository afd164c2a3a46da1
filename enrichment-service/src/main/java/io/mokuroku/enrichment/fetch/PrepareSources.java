package io.mokuroku.enrichment.fetch;

import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;

/**
 * Finds out which sources to ask about an entry: those that are switched on and have a
 * page about it, one page each, or can be searched by a page of another.
 */
public final class PrepareSources implements TaskWorker<PrepareSources.Input> {

	private final AnimeStore store;

	private final AnimeSources sources;

	/** Prepares from the store and the sources that are on. */
	public PrepareSources(AnimeStore store, AnimeSources sources) {
		this.store = store;
		this.sources = sources;
	}

	@Override
	public String task() {
		return "prepare";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public Output work(TaskRun run, Input input) {
		AnimeEntry entry = this.store.get(run.animeId());
		if (entry.lifecycle() == Lifecycle.REDIRECT) {
			throw new PermanentFailure("redirected", run.animeId() + " leads to " + entry.mergedInto());
		}
		return new Output(this.sources.all()
			.stream()
			.flatMap((source) -> page(source, entry.sources()).stream())
			.map(Source::new)
			.toList());
	}

	private static Optional<SourceLink> page(AnimeSource source, List<SourceLink> known) {
		return known.stream()
			.filter((link) -> link.provider() == source.provider())
			.findFirst()
			.or(() -> source.lookup(known));
	}

	/** Nothing but the entry itself. */
	public record Input() {
	}

	/**
	 * What to fetch.
	 *
	 * @param sources the pages to ask about
	 */
	public record Output(List<Source> sources) {

		public Output {
			sources = List.copyOf(sources);
		}

	}

	/**
	 * A page to ask about.
	 *
	 * @param link the page, or what {@link AnimeSource#lookup} made
	 */
	public record Source(SourceLink link) {
	}

}
