package io.mokuroku.enrichment.commit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.SuspectLink;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.commit.SettleReview.Kind;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class SettleReviewTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final SourceLink SUSPECT = SourceLink.ofKey("ANIDB#7");

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.fixed(NOW));

	private final List<EnrichmentRequested> requests = new ArrayList<>();

	private final SettleReview settle = new SettleReview(this.stores.anime(), this.requests::add, Traces.none(),
			InstantSource.fixed(NOW));

	private final AnimeEntry twin = Entries.aDraft("Monster", "KITSU#10", "ANIDB#7")
		.with((change) -> change.standing = change.standing.withSuspects(List.of(new SuspectLink(SUSPECT, 1)), "r1"));

	private final AnimeEntry survivor = Entries.aDraft("Monster", "MYANIMELIST#19").with((change) -> {
		change.lifecycle = Lifecycle.ACTIVE;
		change.standing = change.standing.withMergeProposal(this.twin.id());
	});

	@BeforeEach
	void twoEntries() {
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(this.twin, this.survivor));
	}

	@Test
	void leadsFromADoubleToItsSurvivorWhichTakesItsLinks() {
		assertThat(settle(Kind.MERGE, this.survivor.id()).outcome()).isEqualTo("MERGED");
		assertThat(entry(this.twin)).returns(Lifecycle.REDIRECT, AnimeEntry::lifecycle)
			.returns(this.survivor.id(), AnimeEntry::mergedInto)
			.returns(List.of(), AnimeEntry::sources);
		AnimeEntry merged = entry(this.survivor);
		assertThat(merged.sources()).extracting(SourceLink::key)
			.containsExactlyInAnyOrder("MYANIMELIST#19", "KITSU#10", "ANIDB#7");
		assertThat(merged.standing().missed(SUSPECT)).isEqualTo(1);
		assertThat(merged.standing().mergeProposals()).isEmpty();
		Map<SourceLink, AnimeId> holders = Stores.links(LocalEngines.start().dynamo()).findAll(merged.sources());
		assertThat(holders.values()).hasSize(3).containsOnly(this.survivor.id());
	}

	@Test
	void worksOnTheSurvivorAnew() {
		settle(Kind.MERGE, this.survivor.id());
		assertThat(this.requests).singleElement()
			.returns(this.survivor.id(), EnrichmentRequested::animeId)
			.returns(EnrichmentRequested.Mode.FULL, EnrichmentRequested::mode);
	}

	@Test
	void mergesOnceHoweverOftenItIsTold() {
		settle(Kind.MERGE, this.survivor.id());
		AnimeEntry merged = entry(this.survivor);
		settle(Kind.MERGE, this.survivor.id());
		assertThat(entry(this.survivor)).isEqualTo(merged);
		assertThat(this.requests).extracting(EnrichmentRequested::requestId)
			.hasSize(2)
			.containsOnly("merge-" + this.twin.id());
	}

	@Test
	void mergesIntoWhereTheOtherLeadsByNow() {
		AnimeEntry gone = Entries.aDraft("Monster", "ANILIST#19").redirectedTo(this.survivor.id());
		this.stores.anime().add(List.of(gone));
		settle(Kind.MERGE, gone.id());
		assertThat(entry(this.twin).mergedInto()).isEqualTo(this.survivor.id());
	}

	@Test
	void mergesNothingIntoItselfOrTwice() {
		fails("merged_with_itself", Kind.MERGE, this.twin.id());
		fails("no_other_entry", Kind.MERGE, null);
		fails("unknown_anime", Kind.MERGE, AnimeId.of("9d8c8ec8-75e9-5630-983e-07b4cd37a972"));
		AnimeEntry third = Entries.aDraft("Monster", "ANILIST#19");
		this.stores.anime().add(List.of(third));
		settle(Kind.MERGE, this.survivor.id());
		fails("redirected", Kind.MERGE, third.id());
	}

	@Test
	void remembersOnBothSidesThatTwoAreKeptSeparate() {
		assertThat(settle(Kind.KEEP_SEPARATE, this.survivor.id()).outcome()).isEqualTo("KEPT_SEPARATE");
		assertThat(entry(this.twin).standing().mergeProposals()).containsExactly(this.survivor.id());
		assertThat(entry(this.survivor).standing().mergeProposals()).containsExactly(this.twin.id());
		assertThat(entry(this.twin).details().questions().settled())
			.containsOnlyKeys("MERGE_PROPOSAL:" + this.survivor.id());
		assertThat(entry(this.survivor).details().questions().settled())
			.containsOnlyKeys("MERGE_PROPOSAL:" + this.twin.id());
		assertThat(entry(this.twin).sources()).isEqualTo(this.twin.sources());
		AnimeEntry once = entry(this.twin);
		settle(Kind.KEEP_SEPARATE, this.survivor.id());
		assertThat(entry(this.twin)).isEqualTo(once);
	}

	@Test
	void keepsANewEntryThatIsRefusedADraft() {
		assertThat(settle(Kind.REJECT, null).outcome()).isEqualTo("REJECTED");
		assertThat(entry(this.twin)).returns(Lifecycle.DRAFT, AnimeEntry::lifecycle)
			.returns(ReviewState.REJECTED, AnimeEntry::review)
			.returns(2L, (entry) -> entry.revision().version());
		settle(Kind.REJECT, null);
		assertThat(entry(this.twin).revision().version()).isEqualTo(2);
	}

	@Test
	void leavesAPublishedEntryAsItIsWhenAProposalIsRefused() {
		this.settle.work(new TaskRun("run-1", this.survivor.id()), new SettleReview.Input(Kind.REJECT, null));
		assertThat(entry(this.survivor)).isEqualTo(this.survivor);
	}

	private void fails(String code, Kind decision, @Nullable AnimeId other) {
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> settle(decision, other))
			.returns(code, PermanentFailure::code);
	}

	private SettleReview.Output settle(Kind decision, @Nullable AnimeId other) {
		return this.settle.work(new TaskRun("run-1", this.twin.id()), new SettleReview.Input(decision, other));
	}

	private AnimeEntry entry(AnimeEntry known) {
		return this.stores.anime().find(known.id()).orElseThrow();
	}

}
