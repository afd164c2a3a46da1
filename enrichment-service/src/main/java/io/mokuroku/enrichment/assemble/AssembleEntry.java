package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.ProposedLists;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.CatalogueMeans;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.people.Crew;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.EpisodeList;
import io.mokuroku.enrichment.stage.RelationList;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.telemetry.TraceContexts;
import org.jspecify.annotations.Nullable;

/**
 * Makes one proposal of what the stages found, keeps it beside the entry and says whether
 * a person must see it.
 */
public final class AssembleEntry implements TaskWorker<AssembleEntry.Input> {

	private final AnimeStore store;

	private final EntryParts parts;

	private final CatalogueMeans means;

	private final WorkArea area;

	private final TraceContexts traces;

	private final InstantSource clock;

	private final ReviewLimits limits;

	/** Assembles from the store and a work area. */
	public AssembleEntry(AnimeStore store, EntryParts parts, CatalogueMeans means, WorkArea area, TraceContexts traces,
			InstantSource clock, ReviewLimits limits) {
		this.store = store;
		this.parts = parts;
		this.means = means;
		this.area = area;
		this.traces = traces;
		this.clock = clock;
		this.limits = limits;
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
		AnimeEntry before = this.store.get(run.animeId());
		Instant now = this.clock.instant();
		Findings findings = new Findings(this.area, run.execution(), input);
		Map<Stage, StageResult> results = findings.results(now);
		List<CandidateRow> rows = findings.rows();
		Corrections corrections = this.parts.corrections(run.animeId());
		Optional<EpisodeList> listed = findings.find(Stage.EPISODES, EpisodeList.class);
		List<Episode> episodes = listed.map(EpisodeList::episodes).orElseGet(() -> this.parts.episodes(run.animeId()));
		Set<Stage> missing = findings.missing();
		RelationList relations = findings.find(Stage.RELATIONS, RelationList.class).orElse(null);
		Assembled assembled = EntryAssembly
			.of(new Material(before, this.parts.datasetOf(before), rows, episodes, corrections.episodes(), relations,
					input.failedSources(), results, missing, input.copies(), this.means.current().score(), now));
		List<AnimeCharacter> characters = this.parts.characters(run.animeId());
		List<StaffMember> staff = this.parts.staff(run.animeId());
		Cast cast = findings.find(Stage.CHARACTERS, Cast.class)
			.filter((found) -> replaces(results.get(Stage.CHARACTERS), found.characters(), characters))
			.orElse(null);
		Crew crew = findings.find(Stage.STAFF, Crew.class)
			.filter((found) -> replaces(results.get(Stage.STAFF), found.staff(), staff))
			.orElse(null);
		Judgement judgement = new ReviewPolicy(this.limits, LocalDate.ofInstant(now, Broadcast.JAPAN),
				prequels(assembled.entry()))
			.judge(new Proposal(assembled, before, Testimony.of(rows),
					(relations != null) ? relations.mutual() : List.of(), missing, episodes, cast, characters, crew,
					staff));
		Parts proposed = new Parts(
				corrections.episodes().on(assembled.episodes(), LocalDate.ofInstant(now, Broadcast.JAPAN)),
				(cast != null) ? cast.characters() : null, (crew != null) ? crew.staff() : null,
				(cast != null) ? cast.said() : null);
		this.area.write(run.execution(), Parts.REFERENCE, proposed);
		if (judgement.needsReview()) {
			this.parts.putProposedLists(run.animeId(), ProposedLists.of(proposed.over(run.animeId(), characters, staff),
					listed.map(EpisodeList::told).orElseGet(Map::of)));
		}
		this.parts.putChoices(run.animeId(), assembled.choices());
		this.parts.putProposal(assembled.entry().with((change) -> {
			change.review = review(judgement, before);
			change.provenance = CorrectedLists.noted(change.provenance, corrections);
			change.details = change.details.withQuestions(before.details().questions().asking(judgement.open()));
			change.revision = before.revision().next(now, this.traces.currentTraceId().orElse(null));
		}));
		return AssembleOutput.of(judgement);
	}

	/**
	 * A list that lacks a source, or that nobody was asked for, does not take the place
	 * of a whole one.
	 */
	private static boolean replaces(@Nullable StageResult how, List<?> found, List<?> known) {
		return how != null && !found.isEmpty() && (how.status() == StageResult.Status.OK || known.isEmpty());
	}

	/** Only of what is announced: nobody waits for what is there. */
	private Collection<AnimeEntry> prequels(AnimeEntry entry) {
		if (entry.airing().status() != AiringStatus.UPCOMING) {
			return List.of();
		}
		return this.store
			.findAll(entry.relations()
				.stream()
				.filter((relation) -> relation.type() == RelationType.PREQUEL)
				.map(Relation::animeId)
				.filter(Objects::nonNull)
				.toList())
			.values();
	}

	/** A person's approval holds as long as nothing new is to be asked. */
	private static ReviewState review(Judgement judgement, AnimeEntry before) {
		if (judgement.needsReview()) {
			return ReviewState.PENDING;
		}
		return (before.review() == ReviewState.APPROVED) ? ReviewState.APPROVED : ReviewState.AUTO_APPROVED;
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
