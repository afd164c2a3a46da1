package io.mokuroku.sync.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.Standing.Flag;
import io.mokuroku.catalogue.Standing.SuspectLink;
import io.mokuroku.catalogue.store.EntryWrite;
import io.mokuroku.sync.dataset.DatasetRecord;
import org.jspecify.annotations.Nullable;

/**
 * Brings entries, as they are now, to where a change wants them. What has already arrived
 * there is left alone, so that applying a change again changes nothing.
 */
public final class NextStates {

	private final Change change;

	private final Map<AnimeId, AnimeEntry> entries;

	private final Moment moment;

	/** Who holds which link of a record afterwards. */
	private final Map<SourceLink, AnimeId> claims = new HashMap<>();

	private final List<EntryWrite> writes = new ArrayList<>();

	private final List<AnimeEntry> shadows = new ArrayList<>();

	private @Nullable String refusal;

	private NextStates(Change change, Map<AnimeId, AnimeEntry> entries, Moment moment) {
		this.change = change;
		this.entries = entries;
		this.moment = moment;
	}

	/**
	 * Makes the next states.
	 * @param change what is wanted
	 * @param entries the entries it touches as they are now, those that exist
	 * @param moment when and within what this happens
	 */
	public static Outcome of(Change change, Map<AnimeId, AnimeEntry> entries, Moment moment) {
		return new NextStates(change, entries, moment).outcome();
	}

	private Outcome outcome() {
		for (Step step : this.change.steps()) {
			switch (step) {
				case Step.Add add -> claim(add.record(), add.without(), add.animeId());
				case Step.Follow follow -> claim(follow.record(), follow.without(), follow.animeId());
				case Step.Orphan _, Step.Redirect _, Step.Propose _ -> {
				}
			}
		}
		for (Step step : this.change.steps()) {
			switch (step) {
				case Step.Add add -> add(add, this.entries.get(add.animeId()));
				case Step.Follow follow -> follow(follow, this.entries.get(follow.animeId()));
				case Step.Orphan orphan -> orphan(orphan, this.entries.get(orphan.animeId()));
				case Step.Redirect redirect -> redirect(redirect, this.entries.get(redirect.animeId()));
				case Step.Propose propose -> propose(propose, this.entries.get(propose.animeId()));
			}
		}
		return (this.refusal != null) ? new Outcome.Deferred(this.refusal)
				: new Outcome.Writes(this.writes, this.shadows);
	}

	private void claim(DatasetRecord found, List<SourceLink> without, AnimeId id) {
		found.sources().stream().filter((link) -> !without.contains(link)).forEach((link) -> this.claims.put(link, id));
	}

	private void add(Step.Add add, @Nullable AnimeEntry before) {
		List<SourceLink> links = add.record()
			.sources()
			.stream()
			.filter((link) -> !add.without().contains(link))
			.toList();
		if (before == null) {
			Revision first = new Revision(1, this.moment.runStartedAt(), this.moment.now(), add.record().hash(),
					this.moment.trace());
			this.writes.add(EntryWrite
				.added(Drafts.entry(add.animeId(), add.mintedFrom(), add.record(), links, first, this.moment.now())));
		}
		else if (before.lifecycle() == Lifecycle.REDIRECT) {
			this.writes.add(new EntryWrite(before, Drafts.entry(before.id(), before.mintedFrom(), add.record(), links,
					before.revision().next(this.moment.now(), this.moment.trace()).withDatasetHash(add.record().hash()),
					this.moment.now())));
		}
		else if (!before.revision().datasetHash().equals(add.record().hash()) || !before.sources().containsAll(links)) {
			this.refusal = add.animeId() + " has come into being otherwise";
		}
	}

	private void follow(Step.Follow follow, @Nullable AnimeEntry before) {
		if (before == null || before.lifecycle() == Lifecycle.REDIRECT) {
			this.refusal = follow.animeId() + " is no entry to follow a record any more";
			return;
		}
		DatasetRecord found = follow.record();
		Set<SourceLink> links = new TreeSet<>(before.sources());
		List<AnimeEntry> absorbed = absorbedBy(follow.animeId());
		absorbed.forEach((other) -> links.addAll(other.sources()));
		links.removeIf((link) -> !follow.animeId().equals(this.claims.getOrDefault(link, follow.animeId())));
		this.claims.forEach((link, claimant) -> {
			if (claimant.equals(follow.animeId())) {
				links.add(link);
			}
		});
		follow.dropped().forEach(links::remove);
		boolean enriched = Drafts.enriched(before);
		boolean says = !before.revision().datasetHash().equals(found.hash());
		AnimeEntry draft = Drafts.entry(before.id(), before.mintedFrom(), found, List.copyOf(links), before.revision(),
				this.moment.now());
		AnimeEntry base = (enriched || !says) ? before : draft;
		AnimeEntry after = base.with((next) -> {
			next.lifecycle = switch (before.lifecycle()) {
				case DRAFT, ACTIVE -> before.lifecycle();
				case ORPHANED, REDIRECT -> enriched ? Lifecycle.ACTIVE : Lifecycle.DRAFT;
			};
			next.review = (says && before.review() == ReviewState.REJECTED) ? ReviewState.NONE : before.review();
			next.sources = List.copyOf(links);
			next.standing = standing(follow, before, absorbed, links);
			next.revision = before.revision().withDatasetHash(found.hash());
		});
		if (!after.equals(before)) {
			write(before, after);
			if (enriched && says) {
				this.shadows.add(draft);
			}
		}
	}

	private Standing standing(Step.Follow follow, AnimeEntry before, List<AnimeEntry> absorbed, Set<SourceLink> links) {
		List<SuspectLink> suspects = new ArrayList<>();
		for (SourceLink link : follow.missing()) {
			if (links.contains(link)) {
				suspects.add(new SuspectLink(link, missed(link, before, absorbed)));
			}
		}
		Set<Flag> flags = new HashSet<>(follow.flags());
		Standing standing = before.standing()
			.withOrphanedAt(null)
			.withSuspects(suspects, suspects.isEmpty() ? null : this.moment.release())
			.withFlags(flags);
		for (AnimeId other : follow.proposals()) {
			standing = standing.withMergeProposal(other);
		}
		return standing;
	}

	/** How many releases have missed a link, this one counted once. */
	private int missed(SourceLink link, AnimeEntry before, List<AnimeEntry> absorbed) {
		AnimeEntry holder = absorbed.stream()
			.filter((other) -> other.sources().contains(link))
			.findFirst()
			.orElse(before);
		int missed = holder.standing().missed(link);
		boolean counted = missed > 0 && this.moment.release().equals(holder.standing().suspectedIn());
		return counted ? missed : missed + 1;
	}

	private List<AnimeEntry> absorbedBy(AnimeId survivor) {
		List<AnimeEntry> absorbed = new ArrayList<>();
		for (Step step : this.change.steps()) {
			if (step instanceof Step.Redirect(AnimeId id, AnimeId into) && into.equals(survivor)) {
				AnimeEntry entry = this.entries.get(id);
				if (entry != null && entry.lifecycle() != Lifecycle.REDIRECT) {
					absorbed.add(entry);
				}
			}
		}
		return absorbed;
	}

	private void orphan(Step.Orphan orphan, @Nullable AnimeEntry before) {
		if (before == null || !live(before)) {
			return;
		}
		if (!orphan.links().containsAll(before.sources())) {
			this.refusal = orphan.animeId() + " has links by now that were not looked for";
			return;
		}
		write(before, before.with((next) -> {
			next.lifecycle = Lifecycle.ORPHANED;
			next.standing = before.standing().withOrphanedAt(this.moment.now());
		}));
	}

	private void redirect(Step.Redirect redirect, @Nullable AnimeEntry before) {
		if (before == null
				|| (before.lifecycle() == Lifecycle.REDIRECT && !redirect.into().equals(before.mergedInto()))) {
			this.refusal = redirect.animeId() + " cannot be merged any more";
		}
		else if (before.lifecycle() != Lifecycle.REDIRECT) {
			write(before, before.redirectedTo(redirect.into()));
		}
	}

	private void propose(Step.Propose propose, @Nullable AnimeEntry before) {
		if (before == null || before.lifecycle() == Lifecycle.REDIRECT) {
			this.refusal = propose.animeId() + " is merged by now";
			return;
		}
		Set<Flag> flags = new HashSet<>(before.standing().flags());
		flags.add(Flag.MERGE_PROPOSAL);
		AnimeEntry after = before
			.with((next) -> next.standing = before.standing().withMergeProposal(propose.same()).withFlags(flags));
		if (!after.equals(before)) {
			write(before, after);
		}
	}

	private void write(AnimeEntry before, AnimeEntry after) {
		this.writes.add(new EntryWrite(before,
				after.with((next) -> next.revision = before.revision()
					.next(this.moment.now(), this.moment.trace())
					.withDatasetHash(after.revision().datasetHash()))));
	}

	private static boolean live(AnimeEntry entry) {
		return switch (entry.lifecycle()) {
			case DRAFT, ACTIVE -> true;
			case ORPHANED, REDIRECT -> false;
		};
	}

	/**
	 * When and within what a change is applied.
	 *
	 * @param release the digest of the release
	 * @param runStartedAt when the run began, which is when its new entries came into the
	 * catalogue: they are of the same age, in whatever order they are written
	 * @param now the time of the commit
	 * @param trace the trace of the commit
	 */
	public record Moment(String release, Instant runStartedAt, Instant now, @Nullable String trace) {
	}

	/** What came of it. */
	public sealed interface Outcome {

		/**
		 * What to commit together.
		 *
		 * @param entries the next states; none if everything has arrived
		 * @param shadows what the dataset says of enriched entries, to be kept before
		 */
		record Writes(List<EntryWrite> entries, List<AnimeEntry> shadows) implements Outcome {

			public Writes {
				entries = List.copyOf(entries);
				shadows = List.copyOf(shadows);
			}

		}

		/**
		 * The catalogue has changed since the change was planned.
		 *
		 * @param reason how
		 */
		record Deferred(String reason) implements Outcome {
		}

	}

}
