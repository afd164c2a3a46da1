package io.mokuroku.sync.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.Flag;
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
		Following following = new Following(follow, before, absorbedBy(follow.animeId()), this.claims, this.moment);
		AnimeEntry after = following.after();
		if (!after.equals(before)) {
			write(before, after);
			following.findShadow().ifPresent(this.shadows::add);
		}
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
