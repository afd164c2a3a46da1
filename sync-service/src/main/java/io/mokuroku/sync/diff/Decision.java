package io.mokuroku.sync.diff;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.Flag;
import io.mokuroku.sync.dataset.DatasetRecord;

/**
 * The making of one change: first it is settled who holds every link afterwards, then
 * what that means for each entry.
 */
final class Decision {

	private final Component component;

	private final Assignment assignment;

	private final Surroundings around;

	private final Map<SourceLink, AnimeEntry> holders;

	/** Who holds the links of the records afterwards. */
	private final Map<SourceLink, AnimeId> claims = new HashMap<>();

	/** Links that stay where they are because a person must be asked first. */
	private final Set<SourceLink> staying = new TreeSet<>();

	private final Map<AnimeId, List<AnimeEntry>> absorbed = new LinkedHashMap<>();

	private final Map<AnimeId, Set<AnimeId>> proposals = new LinkedHashMap<>();

	private final Set<AnimeId> splitsProposed = new TreeSet<>();

	private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

	private final List<Step> steps = new ArrayList<>();

	private final List<String> notes = new ArrayList<>();

	Decision(Component component, Assignment assignment, Surroundings around) {
		this.component = component;
		this.assignment = assignment;
		this.around = around;
		this.holders = component.holders();
	}

	Optional<Change> change() {
		List<AnimeEntry> followers = new ArrayList<>();
		List<DatasetRecord> followed = new ArrayList<>();
		for (int i = 0; i < this.component.records().size(); i++) {
			DatasetRecord found = this.component.records().get(i);
			List<AnimeEntry> kept = this.assignment.kept().get(i);
			if (kept.isEmpty()) {
				begin(found, this.assignment.own().get(i));
			}
			else {
				followers.add(join(kept, this.assignment.own().get(i)));
				followed.add(found);
			}
		}
		for (int i = 0; i < followers.size(); i++) {
			follow(followers.get(i), followed.get(i));
		}
		this.assignment.left().forEach(this::leave);
		this.assignment.doubled().forEach((link) -> this.notes.add("several records name " + link.key()));
		return this.steps.isEmpty() ? Optional.empty() : Optional.of(new Change(this.counts, this.steps, this.notes));
	}

	/** A record that no entry goes on with. */
	private void begin(DatasetRecord found, Set<SourceLink> own) {
		if (own.isEmpty()) {
			this.notes.add("every link of \"" + found.title() + "\" is another record's");
			return;
		}
		Set<AnimeId> approved = new TreeSet<>();
		boolean known = false;
		for (SourceLink link : own) {
			AnimeEntry holder = this.holders.get(link);
			known |= holder != null;
			if (holder != null && Merging.approved(holder)) {
				approved.add(holder.id());
			}
		}
		if (!approved.isEmpty()) {
			this.splitsProposed.addAll(approved);
			this.staying.addAll(own);
			return;
		}
		Identity identity = Identity.mint(own, this.around);
		own.forEach((link) -> this.claims.put(link, identity.id()));
		this.steps.add(new Step.Add(identity.id(), identity.mintedFrom(), found, without(found, own)));
		count(known ? Kind.SPLIT : Kind.NEW);
	}

	/**
	 * A record that entries go on with: one of them, with the others merged into it or
	 * proposed to be.
	 */
	private AnimeEntry join(List<AnimeEntry> kept, Set<SourceLink> own) {
		AnimeEntry survivor = Merging.survivor(kept);
		own.forEach((link) -> this.claims.put(link, survivor.id()));
		for (AnimeEntry other : kept) {
			if (other.id().equals(survivor.id())) {
				continue;
			}
			if (Merging.alike(survivor, other) && !asked(survivor, other)) {
				this.absorbed.computeIfAbsent(survivor.id(), (_) -> new ArrayList<>()).add(other);
				this.steps.add(new Step.Redirect(other.id(), survivor.id()));
				count(Kind.MERGED);
			}
			else {
				other.sources().stream().filter(own::contains).forEach((link) -> {
					this.claims.remove(link);
					this.staying.add(link);
				});
				propose(survivor, other);
			}
		}
		return survivor;
	}

	/** Once a person was asked, a person decides. */
	private static boolean asked(AnimeEntry survivor, AnimeEntry other) {
		return survivor.standing().mergeProposals().contains(other.id())
				&& other.standing().mergeProposals().contains(survivor.id());
	}

	private void propose(AnimeEntry survivor, AnimeEntry other) {
		if (!asked(survivor, other)) {
			this.proposals.computeIfAbsent(survivor.id(), (_) -> new TreeSet<>()).add(other.id());
			this.steps.add(new Step.Propose(other.id(), survivor.id()));
			count(Kind.MERGE_PROPOSAL);
		}
	}

	private void follow(AnimeEntry entry, DatasetRecord found) {
		Set<SourceLink> base = new TreeSet<>(entry.sources());
		List<AnimeEntry> merged = this.absorbed.getOrDefault(entry.id(), List.of());
		merged.forEach((other) -> base.addAll(other.sources()));
		int movedAway = 0;
		Set<SourceLink> missing = new TreeSet<>();
		for (SourceLink link : base) {
			AnimeId claimant = this.claims.get(link);
			if (claimant != null && !claimant.equals(entry.id())) {
				movedAway += this.steps.stream().anyMatch((step) -> isNewHome(step, claimant)) ? 0 : 1;
			}
			else if (claimant == null && !this.staying.contains(link)) {
				missing.add(link);
			}
		}
		Suspects suspects = Suspects.of(missing, entry, merged, this.around);
		Set<SourceLink> own = ownLinks(entry.id());
		Set<Flag> flags = flags(entry, found);
		Set<AnimeId> proposed = this.proposals.getOrDefault(entry.id(), Set.of());
		boolean says = !entry.revision().datasetHash().equals(found.hash());
		boolean gains = !base.containsAll(own);
		boolean loses = base.stream().anyMatch((link) -> givenAway(link, entry.id()));
		boolean returns = entry.lifecycle() == Lifecycle.ORPHANED;
		boolean recovers = entry.standing().suspects().stream().anyMatch((suspect) -> own.contains(suspect.link()));
		boolean flagged = !flags.equals(entry.standing().flags());
		if (!(says || gains || loses || returns || recovers || flagged || suspects.any() || !merged.isEmpty()
				|| !proposed.isEmpty())) {
			return;
		}
		this.steps.add(new Step.Follow(entry.id(), found, without(found, own), suspects.dropped(), suspects.kept(),
				flags, proposed));
		count(Kind.MOVED_LINK, movedAway);
		count(Kind.DEAD_LINK, suspects.dead());
		count(Kind.LINK_DROPPED, suspects.dropped().size() - suspects.dead());
		count(Kind.LINK_SUSPECT, suspects.newlyMissing());
		count(Kind.RETURNED, returns ? 1 : 0);
		boolean simple = !returns && !loses && merged.isEmpty() && proposed.isEmpty();
		boolean takes = own.stream().anyMatch((link) -> this.holders.containsKey(link) && !base.contains(link));
		count(Kind.CHANGED, (simple && !takes && (says || gains || recovers || flagged)) ? 1 : 0);
		count(Kind.EPISODE_GAP, newly(flags, entry, Flag.EPISODE_GAP));
		count(Kind.STATUS, newly(flags, entry, Flag.STATUS_ADVANCED) + newly(flags, entry, Flag.STATUS_REGRESSION));
		count(Kind.SPLIT_PROPOSAL, newly(flags, entry, Flag.SPLIT_PROPOSAL));
	}

	private Set<Flag> flags(AnimeEntry entry, DatasetRecord found) {
		Set<Flag> flags = new TreeSet<>(Differing.flags(entry, found));
		if (this.splitsProposed.contains(entry.id())) {
			flags.add(Flag.SPLIT_PROPOSAL);
		}
		if (this.proposals.containsKey(entry.id()) || !entry.standing().mergeProposals().isEmpty()) {
			flags.add(Flag.MERGE_PROPOSAL);
		}
		return flags;
	}

	private void leave(AnimeEntry entry) {
		switch (entry.lifecycle()) {
			case DRAFT, ACTIVE -> {
				this.steps.add(new Step.Orphan(entry.id(), entry.sources()));
				count(Kind.GONE);
			}
			case ORPHANED, REDIRECT -> {
			}
		}
	}

	private boolean givenAway(SourceLink link, AnimeId holder) {
		AnimeId claimant = this.claims.get(link);
		return claimant != null && !claimant.equals(holder);
	}

	private Set<SourceLink> ownLinks(AnimeId id) {
		Set<SourceLink> own = new TreeSet<>();
		this.claims.forEach((link, claimant) -> {
			if (claimant.equals(id)) {
				own.add(link);
			}
		});
		return own;
	}

	private static boolean isNewHome(Step step, AnimeId id) {
		return step instanceof Step.Add && step.animeId().equals(id);
	}

	private static List<SourceLink> without(DatasetRecord found, Set<SourceLink> own) {
		return found.sources().stream().filter((link) -> !own.contains(link)).toList();
	}

	private static int newly(Set<Flag> flags, AnimeEntry entry, Flag flag) {
		return (flags.contains(flag) && !entry.standing().flags().contains(flag)) ? 1 : 0;
	}

	private void count(Kind kind) {
		count(kind, 1);
	}

	private void count(Kind kind, int times) {
		if (times > 0) {
			this.counts.merge(kind, times, Integer::sum);
		}
	}

}
