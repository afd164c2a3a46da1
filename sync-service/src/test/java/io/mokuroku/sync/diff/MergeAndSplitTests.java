package io.mokuroku.sync.diff;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.Flag;
import io.mokuroku.sync.dataset.DatasetRecord;
import org.junit.jupiter.api.Test;

import static io.mokuroku.sync.dataset.Records.aRecord;
import static io.mokuroku.sync.diff.CatalogueInMemory.kinds;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules by which entries become one or several, and links change hands, one test a
 * rule.
 */
class MergeAndSplitTests {

	private final CatalogueInMemory catalogue = new CatalogueInMemory();

	@Test
	void linksThatHitOneEntryAreAddedToIt() {
		this.catalogue.apply("1", aRecord("Yoake", "ANIDB#7"));
		AnimeId id = this.catalogue.holder("ANIDB#7").id();
		assertThat(kinds(this.catalogue.apply("2", aRecord("Yoake", "ANIDB#7", "MYANIMELIST#70"))))
			.containsExactly(Map.of(Kind.CHANGED, 1));
		assertThat(this.catalogue.holder("MYANIMELIST#70").id()).isEqualTo(id);
	}

	@Test
	void recordThatHitsTwoEntriesMergesThemIntoTheOlder() {
		this.catalogue.apply("1", aRecord("Old", "ANIDB#7"));
		this.catalogue.apply("2", aRecord("Old", "ANIDB#7"), aRecord("Young", "MYANIMELIST#70", "KITSU#3"));
		AnimeId old = this.catalogue.holder("ANIDB#7").id();
		AnimeId young = this.catalogue.holder("MYANIMELIST#70").id();
		assertThat(kinds(this.catalogue.apply("3", aRecord("Both", "ANIDB#7", "MYANIMELIST#70"))))
			.containsExactly(Map.of(Kind.MERGED, 1, Kind.LINK_SUSPECT, 1));
		assertThat(this.catalogue.holder("MYANIMELIST#70").id()).isEqualTo(old);
		assertThat(this.catalogue.holder("KITSU#3").id()).isEqualTo(old);
		AnimeEntry redirect = this.catalogue.get(young);
		assertThat(redirect.lifecycle()).isEqualTo(Lifecycle.REDIRECT);
		assertThat(redirect.mergedInto()).isEqualTo(old);
		assertThat(redirect.sources()).isEmpty();
		assertThat(this.catalogue.apply("3", aRecord("Both", "ANIDB#7", "MYANIMELIST#70"))).isEmpty();
	}

	@Test
	void entriesOfOneAgeMergeIntoTheSmallerId() {
		this.catalogue.apply("1", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"));
		AnimeId smaller = Collections.min(this.catalogue.entries.keySet());
		this.catalogue.apply("2", aRecord("A", "ANIDB#7", "MYANIMELIST#70"));
		assertThat(this.catalogue.holder("ANIDB#7").id()).isEqualTo(smaller);
	}

	@Test
	void entriesThatDifferTooMuchAreProposedToBeMergedOnce() {
		this.catalogue.apply("1", aRecord("Show", "ANIDB#7"), aRecord("Film", "MYANIMELIST#70"));
		this.catalogue.change("MYANIMELIST#70", (entry) -> entry.episodes = 1);
		DatasetRecord both = aRecord("Show", "ANIDB#7", "MYANIMELIST#70");
		assertThat(kinds(this.catalogue.apply("2", both))).hasSize(1)
			.first()
			.satisfies((counts) -> assertThat(counts).containsEntry(Kind.MERGE_PROPOSAL, 1));
		assertThat(this.catalogue.holder("ANIDB#7").id()).isNotEqualTo(this.catalogue.holder("MYANIMELIST#70").id());
		assertThat(this.catalogue.holder("ANIDB#7").standing().flags()).contains(Flag.MERGE_PROPOSAL);
		assertThat(this.catalogue.holder("MYANIMELIST#70").standing().mergeProposals())
			.contains(this.catalogue.holder("ANIDB#7").id());
		assertThat(this.catalogue.apply("3", both)).isEmpty();
	}

	@Test
	void entryApprovedByAPersonSurvivesAndIsOnlyProposed() {
		this.catalogue.apply("1", aRecord("A", "ANIDB#7"));
		this.catalogue.apply("2", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"));
		this.catalogue.change("MYANIMELIST#70", (entry) -> entry.review = ReviewState.APPROVED);
		List<Change> changes = this.catalogue.apply("3", aRecord("A", "ANIDB#7", "MYANIMELIST#70"));
		assertThat(changes).singleElement().extracting(Change::kind).isEqualTo(Kind.MERGE_PROPOSAL);
		assertThat(changes.getFirst().steps()).anySatisfy((step) -> assertThat(step).isEqualTo(
				new Step.Propose(this.catalogue.holder("ANIDB#7").id(), this.catalogue.holder("MYANIMELIST#70").id())));
	}

	@Test
	void recordThatHitsThreeEntriesMergesThemAll() {
		this.catalogue.apply("1", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"), aRecord("C", "KITSU#3"));
		assertThat(kinds(this.catalogue.apply("2", aRecord("A", "ANIDB#7", "MYANIMELIST#70", "KITSU#3"))))
			.containsExactly(Map.of(Kind.MERGED, 2));
		assertThat(this.catalogue.holder("ANIDB#7").sources()).hasSize(3);
	}

	@Test
	void splitLeavesTheIdWithTheLinkItWasMintedFrom() {
		this.catalogue.apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7", "KITSU#3", "ANILIST#9"));
		AnimeId id = this.catalogue.holder("MYANIMELIST#70").id();
		assertThat(kinds(this.catalogue.apply("2", aRecord("A", "MYANIMELIST#70"),
				aRecord("B", "ANIDB#7", "KITSU#3", "ANILIST#9"))))
			.containsExactly(Map.of(Kind.SPLIT, 1));
		assertThat(this.catalogue.holder("MYANIMELIST#70").id()).isEqualTo(id);
		assertThat(this.catalogue.holder("ANIDB#7").id()).isEqualTo(AnimeId.mintedFrom(SourceLink.ofKey("ANIDB#7")));
		assertThat(this.catalogue.holder("KITSU#3").titles().main()).isEqualTo("B");
	}

	@Test
	void splitWithoutThatLinkLeavesTheIdWithMostLinks() {
		this.catalogue.apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7", "KITSU#3", "ANILIST#9"));
		AnimeId id = this.catalogue.holder("MYANIMELIST#70").id();
		this.catalogue.apply("2", aRecord("A", "ANIDB#7"), aRecord("B", "KITSU#3", "ANILIST#9"));
		assertThat(this.catalogue.holder("KITSU#3").id()).isEqualTo(id);
		assertThat(this.catalogue.holder("MYANIMELIST#70").id()).isEqualTo(id);
		assertThat(this.catalogue.holder("ANIDB#7").id()).isNotEqualTo(id);
	}

	@Test
	void splitWithoutThatLinkAndWithEqualsLeavesTheIdWithTheBestProvider() {
		this.catalogue.apply("1", aRecord("Both", "MYANIMELIST#70", "KITSU#3", "ANIDB#7"));
		AnimeId id = this.catalogue.holder("MYANIMELIST#70").id();
		this.catalogue.apply("2", aRecord("A", "KITSU#3"), aRecord("B", "ANIDB#7"));
		assertThat(this.catalogue.holder("ANIDB#7").id()).isEqualTo(id);
	}

	@Test
	void splitOfAnEntryApprovedByAPersonIsProposed() {
		this.catalogue.apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7"));
		this.catalogue.change("ANIDB#7", (entry) -> entry.review = ReviewState.APPROVED);
		DatasetRecord one = aRecord("A", "MYANIMELIST#70");
		DatasetRecord other = aRecord("B", "ANIDB#7");
		assertThat(this.catalogue.apply("2", one, other)).singleElement()
			.extracting(Change::kind)
			.isEqualTo(Kind.SPLIT_PROPOSAL);
		assertThat(this.catalogue.holder("ANIDB#7").id()).isEqualTo(this.catalogue.holder("MYANIMELIST#70").id());
		assertThat(this.catalogue.apply("3", one, other)).isEmpty();
	}

	@Test
	void deadLinkIsRemoved() {
		this.catalogue.apply("1", aRecord("A", "MYANIMELIST#70", "ANIDB#7"));
		this.catalogue.declareDead("ANIDB#7");
		assertThat(kinds(this.catalogue.apply("2", aRecord("A", "MYANIMELIST#70"))))
			.containsExactly(Map.of(Kind.CHANGED, 1, Kind.DEAD_LINK, 1));
		assertThat(this.catalogue.find("ANIDB#7")).isEmpty();
	}

	@Test
	void linkThatDisappearsIsKeptForTwoReleasesThenDropped() {
		DatasetRecord shorter = aRecord("A", "MYANIMELIST#70");
		this.catalogue.apply("1", aRecord("A", "MYANIMELIST#70", "ANIDB#7"));
		assertThat(kinds(this.catalogue.apply("2", shorter)))
			.containsExactly(Map.of(Kind.CHANGED, 1, Kind.LINK_SUSPECT, 1));
		assertThat(this.catalogue.apply("2", shorter)).as("the same release counts once").isEmpty();
		assertThat(kinds(this.catalogue.apply("3", shorter))).containsExactly(Map.of(Kind.LINK_SUSPECT, 1));
		assertThat(this.catalogue.find("ANIDB#7")).isPresent();
		assertThat(kinds(this.catalogue.apply("4", shorter))).containsExactly(Map.of(Kind.LINK_DROPPED, 1));
		assertThat(this.catalogue.find("ANIDB#7")).isEmpty();
		assertThat(this.catalogue.apply("5", shorter)).isEmpty();
	}

	@Test
	void linkThatComesBackIsNoLongerSuspect() {
		DatasetRecord longer = aRecord("A", "MYANIMELIST#70", "ANIDB#7");
		this.catalogue.apply("1", longer);
		this.catalogue.apply("2", aRecord("A", "MYANIMELIST#70"));
		this.catalogue.apply("3", longer);
		assertThat(this.catalogue.holder("ANIDB#7").standing().suspects()).isEmpty();
		assertThat(this.catalogue.apply("4", longer)).isEmpty();
	}

	@Test
	void linkMovesFromOneEntryToAnother() {
		this.catalogue.apply("1", aRecord("A", "MYANIMELIST#70", "KITSU#3"), aRecord("B", "MYANIMELIST#80"));
		AnimeId other = this.catalogue.holder("MYANIMELIST#80").id();
		assertThat(kinds(
				this.catalogue.apply("2", aRecord("A", "MYANIMELIST#70"), aRecord("B", "MYANIMELIST#80", "KITSU#3"))))
			.containsExactly(Map.of(Kind.MOVED_LINK, 1));
		assertThat(this.catalogue.holder("KITSU#3").id()).isEqualTo(other);
		assertThat(this.catalogue.holder("MYANIMELIST#70").standing().suspects()).isEmpty();
	}

	@Test
	void twoLinksOfOneProviderAreKept() {
		this.catalogue.apply("1", aRecord("A", "MYANIMELIST#90", "MYANIMELIST#80"));
		assertThat(this.catalogue.holder("MYANIMELIST#90").id())
			.isEqualTo(AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#80")));
	}

	@Test
	void idOfALiveEntryThatLostItsLinkIsNotMintedAgain() {
		this.catalogue.apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7", "KITSU#3"));
		AnimeId id = this.catalogue.holder("MYANIMELIST#70").id();
		this.catalogue.declareDead("MYANIMELIST#70");
		this.catalogue.apply("2", aRecord("Both", "ANIDB#7", "KITSU#3"));
		this.catalogue.apply("3", aRecord("Both", "ANIDB#7", "KITSU#3"), aRecord("Late", "MYANIMELIST#70", "ANILIST#9"),
				aRecord("Sole", "ANIDB#8"));
		assertThat(this.catalogue.holder("ANIDB#7").id()).isEqualTo(id);
		assertThat(this.catalogue.holder("MYANIMELIST#70").id())
			.isEqualTo(AnimeId.mintedFrom(SourceLink.ofKey("ANILIST#9")));
	}

	@Test
	void idIsNumberedWhereNoOtherLinkIsLeft() {
		this.catalogue.apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7"));
		this.catalogue.declareDead("MYANIMELIST#70");
		this.catalogue.apply("2", aRecord("Both", "ANIDB#7"));
		this.catalogue.apply("3", aRecord("Both", "ANIDB#7"), aRecord("Late", "MYANIMELIST#70"));
		AnimeEntry late = this.catalogue.holder("MYANIMELIST#70");
		assertThat(late.id()).isEqualTo(AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#70"), 2));
		assertThat(late.mintedFrom()).hasToString("https://myanimelist.net/anime/70#2");
	}

	@Test
	void redirectThatBecomesSeparateAgainIsTheOldEntry() {
		this.catalogue.apply("1", aRecord("A", "ANIDB#7"));
		this.catalogue.apply("2", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"));
		AnimeId young = this.catalogue.holder("MYANIMELIST#70").id();
		this.catalogue.apply("3", aRecord("A", "ANIDB#7", "MYANIMELIST#70"));
		this.catalogue.apply("4", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"));
		assertThat(this.catalogue.holder("MYANIMELIST#70").id()).isEqualTo(young);
		assertThat(this.catalogue.holder("MYANIMELIST#70").lifecycle()).isEqualTo(Lifecycle.DRAFT);
		assertThat(this.catalogue.holder("MYANIMELIST#70").mergedInto()).isNull();
	}

}
