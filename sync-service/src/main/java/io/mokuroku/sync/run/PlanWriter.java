package io.mokuroku.sync.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.sync.diff.Change;
import io.mokuroku.sync.diff.EnrichmentPriority;
import io.mokuroku.sync.diff.Kind;
import io.mokuroku.sync.diff.Step;

/**
 * A plan while it is being made: changes leave the memory with every full part.
 */
final class PlanWriter {

	/** More urgent than any draft: something we show is known to be behind. */
	private static final int BEHIND = 10_000;

	private final PlanFiles files;

	private final String runId;

	private final int partsBefore;

	private final int mostWishes;

	private final List<Integer> parts = new ArrayList<>();

	private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

	private final PriorityQueue<Wish> wishes = new PriorityQueue<>(Wish.URGENT_FIRST.reversed());

	private List<Change> open = new ArrayList<>();

	/**
	 * A writer.
	 * @param runId the run
	 * @param partsBefore how many parts it has already
	 * @param mostWishes how many entries may be sent to enrichment
	 */
	PlanWriter(PlanFiles files, String runId, int partsBefore, int mostWishes) {
		this.files = files;
		this.runId = runId;
		this.partsBefore = partsBefore;
		this.mostWishes = mostWishes;
	}

	void add(Change change) {
		this.open.add(change);
		change.counts().forEach((kind, count) -> this.counts.merge(kind, count, Integer::sum));
		change.steps().forEach((step) -> wishFor(change, step));
		if (this.open.size() == PlanFiles.PART) {
			flush();
		}
	}

	/** A draft that nobody has enriched yet. */
	void draft(AnimeId id, int urgency) {
		wish(new Wish(id, Mode.FULL, "draft of the dataset", urgency));
	}

	Plan finish() {
		if (!this.open.isEmpty()) {
			flush();
		}
		List<Wish> urgent = this.wishes.stream().sorted(Wish.URGENT_FIRST).toList();
		if (!urgent.isEmpty()) {
			this.files.putWishes(this.runId, urgent);
		}
		return new Plan(this.parts, this.counts, urgent.size());
	}

	private void wishFor(Change change, Step step) {
		switch (step) {
			case Step.Add add ->
				wish(new Wish(add.animeId(), Mode.FULL, "new in the dataset", EnrichmentPriority.of(add.record())));
			case Step.Follow follow -> {
				if (change.counts().containsKey(Kind.SPLIT_PROPOSAL)) {
					wish(new Wish(follow.animeId(), Mode.REFRESH, "the dataset proposes a split", BEHIND));
				}
				else if (change.counts().containsKey(Kind.EPISODE_GAP) || change.counts().containsKey(Kind.STATUS)) {
					wish(new Wish(follow.animeId(), Mode.REFRESH, "the dataset is ahead",
							BEHIND + EnrichmentPriority.of(follow.record())));
				}
				else if (change.kind().compareTo(Kind.MOVED_LINK) <= 0) {
					wish(new Wish(follow.animeId(), Mode.FULL, "links have moved",
							BEHIND + EnrichmentPriority.of(follow.record())));
				}
			}
			case Step.Propose propose ->
				wish(new Wish(propose.animeId(), Mode.REFRESH, "the dataset proposes a merge", BEHIND));
			case Step.Orphan _, Step.Redirect _ -> {
			}
		}
	}

	private void wish(Wish wish) {
		this.wishes.add(wish);
		if (this.wishes.size() > this.mostWishes) {
			this.wishes.remove();
		}
	}

	private void flush() {
		this.files.putChanges(this.runId, this.partsBefore + this.parts.size(), this.open);
		this.parts.add(this.open.size());
		this.open = new ArrayList<>();
	}

}
