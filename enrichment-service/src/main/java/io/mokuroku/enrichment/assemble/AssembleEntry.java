package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.Candidates;
import io.mokuroku.enrichment.stage.EpisodeList;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.telemetry.TraceContexts;

/**
 * Makes one proposal of what the stages found, keeps it beside the entry and says whether
 * a person must see it.
 */
public final class AssembleEntry implements TaskWorker<AssembleEntry.Input> {

	/** Where the episodes to commit lie in the work area. */
	public static final String EPISODES = "commit/episodes.json";

	private final AnimeStore store;

	private final EntryParts parts;

	private final WorkArea area;

	private final TraceContexts traces;

	private final InstantSource clock;

	/** Assembles from the store and a work area. */
	public AssembleEntry(AnimeStore store, EntryParts parts, WorkArea area, TraceContexts traces, InstantSource clock) {
		this.store = store;
		this.parts = parts;
		this.area = area;
		this.traces = traces;
		this.clock = clock;
	}

	@Override
	public String task() {
		return "assemble";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public AssembleOutput work(TaskRun run, Input input) {
		AnimeEntry before = this.store.find(run.animeId())
			.orElseThrow(() -> new PermanentFailure("unknown_anime", "No entry " + run.animeId()));
		Map<Stage, String> found = new EnumMap<>(Stage.class);
		input.stages().forEach((stage) -> found.put(stage.stage(), stage.ref()));
		List<CandidateRow> rows = new ArrayList<>();
		for (Stage stage : List.of(Stage.METADATA, Stage.MEDIA)) {
			if (found.containsKey(stage)) {
				rows.addAll(this.area.read(run.execution(), found.get(stage), Candidates.class).rows());
			}
		}
		List<Episode> episodes = found.containsKey(Stage.EPISODES)
				? this.area.read(run.execution(), found.get(Stage.EPISODES), EpisodeList.class).episodes()
				: this.parts.episodes(run.animeId());
		Instant now = this.clock.instant();
		Set<Stage> missing = EnumSet.allOf(Stage.class);
		missing.removeAll(found.keySet());
		Assembled assembled = EntryAssembly.of(new Material(before, dataset(before), rows, episodes,
				input.failedSources(), missing, input.copies(), now));
		Judgement judgement = ReviewPolicy.judge(assembled, before, missing);
		this.area.write(run.execution(), EPISODES, new EpisodeList(withNext(assembled.entry(), episodes)));
		this.parts.putProposal(assembled.entry().with((change) -> {
			change.review = judgement.needsReview() ? ReviewState.PENDING : ReviewState.AUTO_APPROVED;
			change.revision = before.revision().next(now, this.traces.currentTraceId().orElse(null));
		}));
		return AssembleOutput.of(judgement);
	}

	/** A draft is its own shadow. */
	private AnimeEntry dataset(AnimeEntry before) {
		return (before.lifecycle() == Lifecycle.DRAFT) ? before
				: this.parts.findDatasetShadow(before.id()).orElse(before);
	}

	/** While a work runs, its next episode has a place in the list. */
	static List<Episode> withNext(AnimeEntry entry, List<Episode> episodes) {
		NextEpisode next = entry.airing().next();
		if (next == null || episodes.stream()
			.anyMatch((episode) -> episode.number().equals(EpisodeNumber.regular(next.number())))) {
			return episodes;
		}
		List<Episode> more = new ArrayList<>(episodes);
		more.add(new Episode(entry.id(), EpisodeNumber.regular(next.number()), null, null, null,
				LocalDate.ofInstant(next.at(), Broadcast.JAPAN), null, null, Episode.State.SCHEDULED));
		return more;
	}

	/**
	 * What there is to assemble.
	 *
	 * @param stages the stages that brought something
	 * @param failed the pages whose sources could not be asked
	 * @param images the pictures that were copied
	 */
	public record Input(List<Found> stages, List<SourceLink> failed, List<Copy> images) {

		public Input {
			stages = List.copyOf(stages);
			failed = List.copyOf(failed);
			images = List.copyOf(images);
		}

		Set<String> failedSources() {
			return this.failed.stream().map((link) -> Sources.of(link.provider())).collect(Collectors.toSet());
		}

		Map<URI, String> copies() {
			Map<URI, String> copies = new HashMap<>();
			this.images.forEach((image) -> copies.put(image.url(), image.key()));
			return copies;
		}

	}

	/**
	 * What a stage found.
	 *
	 * @param stage which one
	 * @param ref where it lies in the work area
	 */
	public record Found(Stage stage, String ref) {
	}

	/**
	 * A picture that was copied.
	 *
	 * @param url where it was
	 * @param key where our copy is
	 */
	public record Copy(URI url, String key) {
	}

}
