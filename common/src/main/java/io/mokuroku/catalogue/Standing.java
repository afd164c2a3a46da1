package io.mokuroku.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How an entry stands in the dataset: what its releases no longer say of it, and what
 * they say that only a live source or a person can settle.
 *
 * @param orphanedAt since when no release names it
 * @param suspects links that the last releases did not name any more
 * @param suspectedIn the release in which suspects were last looked for, so that the same
 * release counts once
 * @param flags what the dataset sees differently
 * @param mergeProposals entries that the dataset takes for the same anime; each is
 * proposed once
 */
public record Standing(@Nullable Instant orphanedAt,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<SuspectLink> suspects, @Nullable String suspectedIn,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Set<Flag> flags,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) Set<AnimeId> mergeProposals) {

	/** Nothing to say. */
	public static final Standing NONE = new Standing(null, List.of(), null, Set.of(), Set.of());

	@SuppressWarnings("NullAway") // what was stored before a field existed lacks it
	public Standing {
		suspects = (suspects != null) ? List.copyOf(suspects) : List.of();
		flags = (flags != null) ? Set.copyOf(flags) : Set.of();
		mergeProposals = (mergeProposals != null) ? Set.copyOf(mergeProposals) : Set.of();
	}

	/** How many releases in a row have not named a link; 0 if the last one did. */
	public int missed(SourceLink link) {
		for (SuspectLink suspect : this.suspects) {
			if (suspect.link().equals(link)) {
				return suspect.releases();
			}
		}
		return 0;
	}

	/** The same, present since or missing from the dataset. */
	public Standing withOrphanedAt(@Nullable Instant since) {
		return new Standing(since, this.suspects, this.suspectedIn, this.flags, this.mergeProposals);
	}

	/** The same with other suspects, as one release has them. */
	public Standing withSuspects(List<SuspectLink> others, @Nullable String release) {
		return new Standing(this.orphanedAt, others, release, this.flags, this.mergeProposals);
	}

	/** The same with other flags. */
	public Standing withFlags(Set<Flag> others) {
		return new Standing(this.orphanedAt, this.suspects, this.suspectedIn, others, this.mergeProposals);
	}

	/** The same once an entry that it was proposed to be merged with is part of it. */
	public Standing withoutMergeProposal(AnimeId other) {
		Set<AnimeId> proposals = new TreeSet<>(this.mergeProposals);
		proposals.remove(other);
		return new Standing(this.orphanedAt, this.suspects, this.suspectedIn, this.flags, proposals);
	}

	/** The same with one more entry that it was proposed to be merged with. */
	public Standing withMergeProposal(AnimeId other) {
		Set<AnimeId> proposals = new TreeSet<>(this.mergeProposals);
		proposals.add(other);
		return new Standing(this.orphanedAt, this.suspects, this.suspectedIn, this.flags, proposals);
	}

	/** What the dataset sees differently from an enriched entry. */
	public enum Flag {

		/** The dataset knows of more episodes. */
		EPISODE_GAP,

		/** The dataset sees it further on its way from announcement to its end. */
		STATUS_ADVANCED,

		/** The dataset's status is one it could not have come to from ours. */
		STATUS_REGRESSION,

		/** The dataset takes it for the same as another entry. */
		MERGE_PROPOSAL,

		/** The dataset takes it for several anime. */
		SPLIT_PROPOSAL

	}

	/**
	 * A link that the last releases did not name any more.
	 *
	 * @param link the link
	 * @param releases how many releases in a row, from 1
	 */
	public record SuspectLink(SourceLink link, int releases) {

		public SuspectLink {
			Objects.requireNonNull(link, "link");
			if (releases < 1) {
				throw new IllegalArgumentException("A link that was named is not suspect");
			}
		}

	}

}
