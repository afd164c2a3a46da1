package io.mokuroku.sync.run;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.Flag;
import io.mokuroku.sync.dataset.Records;
import io.mokuroku.sync.diff.Change;
import io.mokuroku.sync.diff.Kind;
import io.mokuroku.sync.diff.Step;
import io.mokuroku.sync.release.BucketInMemory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which entries a plan sends to enrichment.
 */
final class PlanWriterTests {

	private static final AnimeId ONE = AnimeId.mintedFrom(SourceLink.ofKey("ANIDB#7"));

	private static final AnimeId OTHER = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#70"));

	private final PlanFiles files = new PlanFiles(new BucketInMemory(), "plans");

	@Test
	void bringsProposalsOfTheDatasetBeforePeopleAtOnce() {
		assertThat(wishes(new Change(Map.of(Kind.MERGE_PROPOSAL, 1), List.of(new Step.Propose(OTHER, ONE)), List.of())))
			.containsExactly(OTHER + " REFRESH the dataset proposes a merge");
		assertThat(wishes(new Change(Map.of(Kind.SPLIT_PROPOSAL, 1),
				List.of(new Step.Follow(ONE, Records.aRecord("Show", "ANIDB#7"), List.of(), List.of(), List.of(),
						Set.of(Flag.SPLIT_PROPOSAL), Set.of())),
				List.of())))
			.containsExactly(ONE + " REFRESH the dataset proposes a split");
	}

	private List<String> wishes(Change change) {
		PlanWriter writer = new PlanWriter(this.files, "run-" + change.kind(), 0, 10);
		writer.add(change);
		writer.finish();
		return this.files.wishes("run-" + change.kind())
			.stream()
			.map((wish) -> wish.animeId() + " " + wish.mode() + " " + wish.reason())
			.toList();
	}

}
