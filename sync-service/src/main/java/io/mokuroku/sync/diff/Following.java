package io.mokuroku.sync.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.Standing.SuspectLink;
import io.mokuroku.sync.diff.NextStates.Moment;

/**
 * An entry that follows its record: the links it holds from now on, which of them are
 * suspect, and what it says. An enriched entry takes the links alone; what the dataset
 * says of it is its shadow.
 */
final class Following {

	private final Step.Follow follow;

	private final AnimeEntry before;

	private final List<AnimeEntry> absorbed;

	private final Moment moment;

	private final Set<SourceLink> links;

	private final boolean enriched;

	private final boolean says;

	/**
	 * Looks at an entry and its record.
	 * @param follow what is wanted
	 * @param before the entry as it is now
	 * @param absorbed the entries that are merged into it by the same change
	 * @param claims who holds which link of a record afterwards
	 * @param moment when and within what this happens
	 */
	Following(Step.Follow follow, AnimeEntry before, List<AnimeEntry> absorbed, Map<SourceLink, AnimeId> claims,
			Moment moment) {
		this.follow = follow;
		this.before = before;
		this.absorbed = absorbed;
		this.moment = moment;
		this.links = links(claims);
		this.enriched = Drafts.enriched(before);
		this.says = !before.revision().datasetHash().equals(follow.record().hash());
	}

	private Set<SourceLink> links(Map<SourceLink, AnimeId> claims) {
		AnimeId id = this.follow.animeId();
		Set<SourceLink> own = new TreeSet<>(this.before.sources());
		this.absorbed.forEach((other) -> own.addAll(other.sources()));
		own.removeIf((link) -> !id.equals(claims.getOrDefault(link, id)));
		claims.forEach((link, claimant) -> {
			if (claimant.equals(id)) {
				own.add(link);
			}
		});
		this.follow.dropped().forEach(own::remove);
		return own;
	}

	/** The next state, not yet of a new version. */
	AnimeEntry after() {
		AnimeEntry base = (this.enriched || !this.says) ? this.before : draft();
		return base.with((next) -> {
			next.lifecycle = switch (this.before.lifecycle()) {
				case DRAFT, ACTIVE -> this.before.lifecycle();
				case ORPHANED, REDIRECT -> this.enriched ? Lifecycle.ACTIVE : Lifecycle.DRAFT;
			};
			next.review = (this.says && this.before.review() == ReviewState.REJECTED) ? ReviewState.NONE
					: this.before.review();
			next.sources = List.copyOf(this.links);
			next.standing = standing();
			next.revision = this.before.revision().withDatasetHash(this.follow.record().hash());
		});
	}

	/** What the dataset says anew of an enriched entry. */
	Optional<AnimeEntry> findShadow() {
		return (this.enriched && this.says) ? Optional.of(draft()) : Optional.empty();
	}

	private AnimeEntry draft() {
		return Drafts.entry(this.before.id(), this.before.mintedFrom(), this.follow.record(), List.copyOf(this.links),
				this.before.revision(), this.moment.now());
	}

	private Standing standing() {
		List<SuspectLink> suspects = new ArrayList<>();
		for (SourceLink link : this.follow.missing()) {
			if (this.links.contains(link)) {
				suspects.add(new SuspectLink(link, missed(link)));
			}
		}
		Standing standing = this.before.standing()
			.withOrphanedAt(null)
			.withSuspects(suspects, suspects.isEmpty() ? null : this.moment.release())
			.withFlags(this.follow.flags());
		for (AnimeId other : this.follow.proposals()) {
			standing = standing.withMergeProposal(other);
		}
		return standing;
	}

	/** How many releases have missed a link, this one counted once. */
	private int missed(SourceLink link) {
		AnimeEntry holder = this.absorbed.stream()
			.filter((other) -> other.sources().contains(link))
			.findFirst()
			.orElse(this.before);
		int missed = holder.standing().missed(link);
		boolean counted = missed > 0 && this.moment.release().equals(holder.standing().suspectedIn());
		return counted ? missed : missed + 1;
	}

}
