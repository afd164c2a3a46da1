package io.mokuroku.enrichment.commit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.PartEdits;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.ProcessingLocks;
import io.mokuroku.enrichment.assemble.CorrectedParts;
import io.mokuroku.enrichment.assemble.Parts;
import io.mokuroku.enrichment.stage.InverseRelations;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.TraceContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a proposal: first the parts, then in one transaction the entry, the release
 * of its lock and the announcement. Doing it again changes nothing.
 * <p>
 * A person may take longer than a lock lasts, so the lock is asked for again by its
 * owner; if somebody else holds it, nothing is written. If the entry has changed
 * meanwhile, what machines decided is decided anew (error {@value #STALE}), while what a
 * person decided is applied to the entry as it is now. Related entries are told what
 * follows for them after the commit.
 */
public final class CommitEntry implements TaskWorker<CommitEntry.Input> {

	/** The entry changed while the proposal was made. */
	public static final String STALE = "Stale";

	/** The lock belongs to somebody else. */
	public static final String LOCK_LOST = "LockLost";

	private static final Logger logger = LoggerFactory.getLogger(CommitEntry.class);

	private static final Duration LONG_ENOUGH_TO_COMMIT = Duration.ofMinutes(30);

	private final AnimeStore store;

	private final EntryParts parts;

	private final ProcessingLocks locks;

	private final WorkArea area;

	private final TraceContexts traces;

	private final InstantSource clock;

	private final TellRelated related;

	/** Commits to the store. */
	public CommitEntry(AnimeStore store, EntryParts parts, ProcessingLocks locks, WorkArea area, TraceContexts traces,
			InstantSource clock) {
		this.store = store;
		this.parts = parts;
		this.locks = locks;
		this.area = area;
		this.traces = traces;
		this.clock = clock;
		this.related = new TellRelated(store, traces, clock);
	}

	@Override
	public String task() {
		return "commit";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public Output work(TaskRun run, Input input) {
		AnimeEntry before = this.store.get(run.animeId());
		AnimeEntry proposal = this.parts.findProposal(run.animeId())
			.orElseThrow(() -> new PermanentFailure("no_proposal", "Nothing is proposed for " + run.animeId()));
		if (input.decision().isHuman()) {
			proposal = proposal.with((change) -> {
				change.review = ReviewState.APPROVED;
				change.details = change.details.withQuestions(change.details.questions().answered());
			});
		}
		if (sameBut(proposal, before)) {
			this.related.about(before);
			return new Output(before.revision().version());
		}
		AnimeEntry next = next(proposal, before, input.decision());
		if (isStale(proposal, before) && sameAs(next, before)) {
			this.related.about(before);
			return new Output(before.revision().version());
		}
		Lock lock = this.locks.tryAcquire(run.animeId(), input.lock().owner(), LONG_ENOUGH_TO_COMMIT)
			.orElseThrow(() -> new PermanentFailure(LOCK_LOST, "Somebody else works on " + run.animeId()));
		if (before.lifecycle() == Lifecycle.DRAFT && next.lifecycle() == Lifecycle.ACTIVE) {
			this.parts.putDatasetShadow(before);
		}
		write(run, next, input);
		switch (this.store.save(next, before, lock)) {
			case SAVED -> logger.info("entry committed anime={} version={} lifecycle={} decision={}", next.id(),
					next.revision().version(), next.lifecycle(), input.decision());
			case STALE -> throw new RetryableFailure("The entry changed during the commit", null);
			case LOCK_LOST -> throw new PermanentFailure(LOCK_LOST, "The lock of " + run.animeId() + " is lost");
			case LINK_TAKEN -> throw new PermanentFailure("link_taken", "A link of " + run.animeId() + " is another's");
		}
		this.related.about(next);
		return new Output(next.revision().version());
	}

	/**
	 * Parts are too many for one transaction: they go before the entry that counts on
	 * them.
	 */
	private void write(TaskRun run, AnimeEntry next, Input input) {
		Parts its = this.area.read(run.execution(), Parts.REFERENCE, Parts.class);
		if (input.decision() == Decision.APPROVE_WITH_EDITS && !input.corrections().isNone()) {
			its = corrected(run, next, its, input.corrections());
		}
		this.parts.putEpisodes(its.episodes());
		if (its.characters() != null) {
			this.parts.replaceCharacters(run.animeId(), its.characters());
		}
		if (its.staff() != null) {
			this.parts.replaceStaff(run.animeId(), its.staff());
		}
	}

	/**
	 * What a person corrected is kept before the parts are written, so that no refresh in
	 * between undoes it.
	 */
	private Parts corrected(TaskRun run, AnimeEntry next, Parts its, PartEdits edits) {
		AnimeId id = run.animeId();
		Corrections.Shown known = new Corrections.Shown(id, List.of(), this.parts.characters(id), this.parts.staff(id));
		CorrectedParts corrected = CorrectedParts.of(next, its, known, this.parts.corrections(id), edits,
				run.execution(), this.clock.instant());
		this.parts.putCorrections(id, corrected.corrections());
		this.parts.removeEpisodes(id, corrected.gone());
		logger.info("lists corrected anime={} episodes={} shifts={} characters={} staff={}", id,
				edits.episodeRows().size(), edits.episodeShifts().size(), edits.characterRows().size(),
				edits.staffRows().size());
		return corrected.parts();
	}

	private AnimeEntry next(AnimeEntry proposal, AnimeEntry before, Decision decision) {
		boolean stale = isStale(proposal, before);
		if (before.lifecycle() == Lifecycle.REDIRECT) {
			throw new PermanentFailure("redirected", before.id() + " leads to " + before.mergedInto());
		}
		if (stale && !decision.isHuman()) {
			throw new PermanentFailure(STALE, "Version %d is there, %d was proposed"
				.formatted(before.revision().version(), proposal.revision().version()));
		}
		Instant now = this.clock.instant();
		return (stale ? Meanwhile.keep(proposal, before) : proposal).with((change) -> {
			change.sources = before.sources();
			change.standing = before.standing();
			change.relations = stale ? InverseRelations.keep(proposal, before) : proposal.relations();
			change.lifecycle = (before.lifecycle() == Lifecycle.ORPHANED) ? Lifecycle.ORPHANED : proposal.lifecycle();
			change.revision = before.revision().next(now, this.traces.currentTraceId().orElse(null));
		});
	}

	private static boolean isStale(AnimeEntry proposal, AnimeEntry before) {
		return proposal.revision().version() != before.revision().version() + 1;
	}

	/**
	 * Whether the entry already is what was proposed, so that only the answer was lost.
	 */
	private static boolean sameBut(AnimeEntry proposal, AnimeEntry entry) {
		return proposal.revision().version() <= entry.revision().version() && sameAs(proposal, entry);
	}

	private static boolean sameAs(AnimeEntry one, AnimeEntry entry) {
		return one.with((change) -> change.revision = entry.revision()).equals(entry);
	}

	/**
	 * What to commit.
	 *
	 * @param decision who decided
	 * @param lock the lock the execution was started with
	 * @param corrections what a person corrected in lists
	 */
	public record Input(Decision decision, Owner lock, PartEdits corrections) {

		@SuppressWarnings("NullAway") // definitions from before there were any leave them
										// out
		public Input {
			corrections = (corrections != null) ? corrections : PartEdits.NONE;
		}

	}

	/**
	 * What came of it.
	 *
	 * @param version the version the entry has now
	 */
	public record Output(long version) {
	}

}
