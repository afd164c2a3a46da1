package io.mokuroku.enrichment.commit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.SuspectLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryWrite;
import io.mokuroku.enrichment.assemble.MergeQuestion;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.TaskWorker;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.TraceContexts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a person decided that publishes nothing. A new entry that is refused stays a
 * draft and is not worked on before the dataset says something else of it. An entry that
 * is another's double leads to it, which takes its links and is worked on anew. A pair
 * that is kept separate is remembered by both, so that nobody is asked again and the
 * dataset does not merge them. Doing it again changes nothing.
 */
public final class SettleReview implements TaskWorker<SettleReview.Input> {

	private static final Logger logger = LoggerFactory.getLogger(SettleReview.class);

	private final AnimeStore store;

	private final Consumer<EnrichmentRequested> requests;

	private final TraceContexts traces;

	private final InstantSource clock;

	/**
	 * Settles in the store.
	 * @param requests takes what is to be worked on
	 */
	public SettleReview(AnimeStore store, Consumer<EnrichmentRequested> requests, TraceContexts traces,
			InstantSource clock) {
		this.store = store;
		this.requests = requests;
		this.traces = traces;
		this.clock = clock;
	}

	@Override
	public String task() {
		return "settle";
	}

	@Override
	public Class<Input> inputType() {
		return Input.class;
	}

	@Override
	public Output work(TaskRun run, Input input) {
		AnimeEntry entry = this.store.get(run.animeId());
		switch (input.decision()) {
			case REJECT -> reject(entry);
			case MERGE -> merge(entry, other(entry, input));
			case KEEP_SEPARATE -> keepSeparate(entry, other(entry, input));
		}
		logger.info("review settled anime={} decision={} other={}", entry.id(), input.decision(), input.other());
		return new Output(switch (input.decision()) {
			case REJECT -> "REJECTED";
			case MERGE -> "MERGED";
			case KEEP_SEPARATE -> "KEPT_SEPARATE";
		});
	}

	private void reject(AnimeEntry entry) {
		if (entry.lifecycle() == Lifecycle.DRAFT && entry.review() != ReviewState.REJECTED) {
			commit(List.of(next(entry, entry.with((change) -> change.review = ReviewState.REJECTED))));
		}
	}

	private void merge(AnimeEntry twin, AnimeEntry survivor) {
		if (survivor.id().equals(twin.id())) {
			throw new PermanentFailure("merged_with_itself", twin.id() + " cannot lead to itself");
		}
		if (twin.lifecycle() == Lifecycle.REDIRECT) {
			if (!survivor.id().equals(twin.mergedInto())) {
				throw new PermanentFailure("redirected", twin.id() + " leads to " + twin.mergedInto());
			}
		}
		else {
			commit(List.of(next(twin, twin.redirectedTo(survivor.id())), next(survivor, taking(survivor, twin))));
		}
		this.requests.accept(new EnrichmentRequested(survivor.id(), EnrichmentRequested.Mode.FULL, null,
				"merged with " + twin.id(), "merge-" + twin.id()));
	}

	private static AnimeEntry taking(AnimeEntry survivor, AnimeEntry twin) {
		Set<SourceLink> links = new TreeSet<>(survivor.sources());
		links.addAll(twin.sources());
		List<SuspectLink> suspects = new ArrayList<>(survivor.standing().suspects());
		suspects.addAll(twin.standing().suspects());
		String release = survivor.standing().suspectedIn();
		return survivor.with((change) -> {
			change.sources = List.copyOf(links);
			change.standing = survivor.standing()
				.withSuspects(suspects, (release != null) ? release : twin.standing().suspectedIn())
				.withoutMergeProposal(twin.id());
		});
	}

	private void keepSeparate(AnimeEntry entry, AnimeEntry other) {
		List<EntryWrite> writes = new ArrayList<>();
		for (AnimeEntry one : List.of(entry, other)) {
			AnimeId from = one.id().equals(entry.id()) ? other.id() : entry.id();
			AnimeEntry apart = one.with((change) -> {
				change.standing = one.standing().withMergeProposal(from);
				change.details = change.details.withQuestions(MergeQuestion.answered(change.details.questions(), from));
			});
			if (!apart.equals(one) && one.lifecycle() != Lifecycle.REDIRECT) {
				writes.add(next(one, apart));
			}
		}
		if (!writes.isEmpty()) {
			commit(writes);
		}
	}

	private AnimeEntry other(AnimeEntry entry, Input input) {
		AnimeId id = input.other();
		if (id == null) {
			throw new PermanentFailure("no_other_entry", input.decision() + " of " + entry.id() + " names no other");
		}
		AnimeEntry other = this.store.get(id);
		for (int hops = 0; hops < 10 && other.mergedInto() != null && !other.id().equals(entry.id()); hops++) {
			other = this.store.get(other.mergedInto());
		}
		return other;
	}

	private EntryWrite next(AnimeEntry before, AnimeEntry after) {
		return new EntryWrite(before, after.with((change) -> change.revision = before.revision()
			.next(this.clock.instant(), this.traces.currentTraceId().orElse(null))));
	}

	private void commit(List<EntryWrite> writes) {
		switch (this.store.commitAll(writes)) {
			case SAVED -> {
			}
			case STALE, LINK_TAKEN, LOCK_LOST ->
				throw new RetryableFailure("An entry changed while it was settled", null);
		}
	}

	/**
	 * What to settle.
	 *
	 * @param decision what a person decided
	 * @param other the other entry, where there is one
	 */
	public record Input(Kind decision, @Nullable AnimeId other) {

		public Input {
			Objects.requireNonNull(decision, "decision");
		}

	}

	/** Decisions that publish nothing. */
	public enum Kind {

		/** The proposal is refused. */
		REJECT,

		/** The entry is the double of another. */
		MERGE,

		/** The entry and another are two anime. */
		KEEP_SEPARATE

	}

	/**
	 * What came of it.
	 *
	 * @param outcome in a word
	 */
	public record Output(String outcome) {
	}

}
