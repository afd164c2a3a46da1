package io.mokuroku.enrichment.fetch;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnimeSources;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.StaffFacts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one source for everything it says of an anime.
 */
public final class FetchAnime implements TaskWorker<FetchAnime.Input> {

	private static final Logger logger = LoggerFactory.getLogger(FetchAnime.class);

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
		Map<Stage, String> missed = new EnumMap<>(Stage.class);
		SourceLink page = anime.get().link();
		List<EpisodeFacts> episodes = part(missed, Stage.EPISODES, () -> source.episodes(page), List.of());
		List<CharacterFacts> characters = List.of();
		List<StaffFacts> staff = List.of();
		AnimeFacts facts = anime.get();
		if (input.whole()) {
			characters = part(missed, Stage.CHARACTERS, () -> source.characters(page), List.of());
			staff = part(missed, Stage.STAFF, () -> source.staff(page), List.of());
			facts = part(missed, Stage.MEDIA, () -> withDistribution(anime.get(), source), anime.get());
		}
		else {
			missed.put(Stage.CHARACTERS, Fetched.NOT_ASKED);
			missed.put(Stage.STAFF, Fetched.NOT_ASKED);
		}
		Fetched fetched = new Fetched(facts, episodes, characters, staff, missed);
		String reference = this.area.write(run.execution(), "fetched/" + input.link().provider() + ".json", fetched);
		return new Output(input.link(), FetchStatus.OK, reference);
	}

	/**
	 * One part of the answer. What fails is missing, and the others are there; but a
	 * source that asks to wait is asked again as a whole.
	 */
	private static <T> T part(Map<Stage, String> missed, Stage stage, Supplier<T> call, T otherwise) {
		try {
			return call.get();
		}
		catch (RetryableFailure ex) {
			if (ex.notBefore() != null) {
				throw ex;
			}
			missed.put(stage, "unreachable");
			logger.warn("part of an answer missing stage={} cause={}", stage, ex.getMessage());
		}
		catch (PermanentFailure ex) {
			missed.put(stage, ex.code());
			logger.warn("part of an answer missing stage={} code={} cause={}", stage, ex.code(), ex.getMessage());
		}
		return otherwise;
	}

	private static AnimeFacts withDistribution(AnimeFacts facts, AnimeSource source) {
		return source.findDistribution(facts.link())
			.map((distribution) -> facts.with(facts.statistics().withDistribution(distribution)))
			.orElse(facts);
	}

	static AnimeSource source(AnimeSources sources, SourceLink link) {
		return sources.find(link.provider())
			.orElseThrow(() -> new PermanentFailure("source_off", link.provider() + " is switched off"));
	}

	/**
	 * Whom to ask.
	 *
	 * @param link the page to ask about
	 * @param mode how much to ask for, everything unless it is said; only {@code FULL}
	 * asks for characters and staff
	 */
	public record Input(SourceLink link, EnrichmentRequested.@Nullable Mode mode) {

		boolean whole() {
			return this.mode == null || this.mode == EnrichmentRequested.Mode.FULL;
		}

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
