package io.mokuroku.sync.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.Flag;
import io.mokuroku.sync.dataset.DatasetRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static io.mokuroku.sync.dataset.Records.aRecord;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules by which the catalogue follows its dataset, one test a rule.
 */
class CatalogueDiffTests {

	private final CatalogueInMemory catalogue = new CatalogueInMemory();

	@Nested
	class NewChangedMissing {

		@Test
		void newWhereNoLinkIsKnown() {
			assertThat(kinds(apply("1", aRecord("Death Note", "MYANIMELIST#1535", "ANIDB#4563"))))
				.containsExactly(Map.of(Kind.NEW, 1));
			AnimeEntry entry = holder("ANIDB#4563");
			assertThat(entry.id()).isEqualTo(AnimeId.of("9d8c8ec8-75e9-5630-983e-07b4cd37a972"));
			assertThat(entry.lifecycle()).isEqualTo(Lifecycle.DRAFT);
			assertThat(entry.revision().version()).isEqualTo(1);
		}

		@Test
		void existingAndUnchangedIsNotTold() {
			apply("1", aRecord("Death Note", "MYANIMELIST#1535"));
			assertThat(apply("2", aRecord("Death Note", "MYANIMELIST#1535"))).isEmpty();
		}

		@Test
		void existingDraftFollowsItsRecord() {
			apply("1", aRecord("Death Note", "MYANIMELIST#1535"));
			assertThat(kinds(apply("2", aRecord("DEATH NOTE", "MYANIMELIST#1535"))))
				.containsExactly(Map.of(Kind.CHANGED, 1));
			assertThat(holder("MYANIMELIST#1535").titles().main()).isEqualTo("DEATH NOTE");
			assertThat(holder("MYANIMELIST#1535").revision().version()).isEqualTo(2);
		}

		@Test
		void existingEnrichedEntryTakesOnlyLinks() {
			apply("1", aRecord("Death Note", "MYANIMELIST#1535"));
			enrich("MYANIMELIST#1535");
			apply("2", aRecord("Other Name", "MYANIMELIST#1535", "KITSU#1376"));
			assertThat(holder("KITSU#1376").titles().main()).isEqualTo("Death Note");
			assertThat(holder("KITSU#1376").lifecycle()).isEqualTo(Lifecycle.ACTIVE);
			assertThat(apply("3", aRecord("Other Name", "MYANIMELIST#1535", "KITSU#1376"))).isEmpty();
		}

		@Test
		void moreEpisodesOfflineThanOursIsAGap() {
			apply("1", aRecord("Show", "MYANIMELIST#1"));
			enrich("MYANIMELIST#1");
			change("MYANIMELIST#1", (entry) -> entry.episodes = 10);
			assertThat(kinds(apply("2", aRecord("Show 2", "MYANIMELIST#1"))))
				.containsExactly(Map.of(Kind.CHANGED, 1, Kind.EPISODE_GAP, 1));
			assertThat(holder("MYANIMELIST#1").standing().flags()).containsExactly(Flag.EPISODE_GAP);
			assertThat(holder("MYANIMELIST#1").episodes()).isEqualTo(10);
		}

		@Test
		void fewerEpisodesThanOursAreNothing() {
			apply("1", aRecord("Show", "MYANIMELIST#1"));
			enrich("MYANIMELIST#1");
			change("MYANIMELIST#1", (entry) -> entry.episodes = 24);
			assertThat(kinds(apply("2", aRecord("Show 2", "MYANIMELIST#1")))).containsExactly(Map.of(Kind.CHANGED, 1));
			assertThat(holder("MYANIMELIST#1").standing().flags()).isEmpty();
		}

		@Test
		void statusThatAdvancesWaitsForALiveSourceAndAnyOtherForAPerson() {
			apply("1", aRecord("Show", AiringStatus.ONGOING, "MYANIMELIST#1"),
					aRecord("Other", AiringStatus.FINISHED, "MYANIMELIST#2"));
			enrich("MYANIMELIST#1");
			enrich("MYANIMELIST#2");
			apply("2", aRecord("Show", AiringStatus.FINISHED, "MYANIMELIST#1"),
					aRecord("Other", AiringStatus.UPCOMING, "MYANIMELIST#2"));
			assertThat(holder("MYANIMELIST#1").standing().flags()).containsExactly(Flag.STATUS_ADVANCED);
			assertThat(holder("MYANIMELIST#1").airing().status()).isEqualTo(AiringStatus.ONGOING);
			assertThat(holder("MYANIMELIST#2").standing().flags()).containsExactly(Flag.STATUS_REGRESSION);
		}

		@Test
		void missingBecomesOrphanedAndReappearedReturns() {
			apply("1", aRecord("Kept", "MYANIMELIST#1"), aRecord("Gone", "MYANIMELIST#2", "ANIDB#2"));
			enrich("MYANIMELIST#2");
			assertThat(kinds(apply("2", aRecord("Kept", "MYANIMELIST#1")))).containsExactly(Map.of(Kind.GONE, 1));
			assertThat(holder("ANIDB#2").lifecycle()).isEqualTo(Lifecycle.ORPHANED);
			assertThat(holder("ANIDB#2").standing().orphanedAt()).isNotNull();
			assertThat(apply("3", aRecord("Kept", "MYANIMELIST#1"))).isEmpty();
			assertThat(kinds(apply("4", aRecord("Kept", "MYANIMELIST#1"), aRecord("Gone", "MYANIMELIST#2", "ANIDB#2"))))
				.containsExactly(Map.of(Kind.RETURNED, 1));
			assertThat(holder("ANIDB#2").lifecycle()).isEqualTo(Lifecycle.ACTIVE);
			assertThat(holder("ANIDB#2").standing().orphanedAt()).isNull();
		}

		@Test
		void draftThatReappearsIsADraftAgain() {
			apply("1", aRecord("Gone", "MYANIMELIST#2"));
			apply("2");
			apply("3", aRecord("Gone", "MYANIMELIST#2"));
			assertThat(holder("MYANIMELIST#2").lifecycle()).isEqualTo(Lifecycle.DRAFT);
		}

		@Test
		void newHostOfAProviderIsNoChange() {
			DatasetRecord before = new DatasetRecord(
					List.of(SourceLink.parse("https://kitsu.io/anime/7").orElseThrow()), "Show",
					aRecord("x", "ANIDB#1").type(), 1, AiringStatus.FINISHED, null, null, null, null, null, null,
					List.of(), List.of(), List.of(), List.of(), List.of());
			apply("1", before);
			assertThat(apply("2",
					new DatasetRecord(List.of(SourceLink.parse("https://kitsu.app/anime/7").orElseThrow()), "Show",
							before.type(), 1, AiringStatus.FINISHED, null, null, null, null, null, null, List.of(),
							List.of(), List.of(), List.of(), List.of())))
				.isEmpty();
		}

	}

	@Nested
	class MergeAndSplit {

		@Test
		void linksThatHitOneEntryAreAddedToIt() {
			apply("1", aRecord("Yoake", "ANIDB#7"));
			AnimeId id = holder("ANIDB#7").id();
			assertThat(kinds(apply("2", aRecord("Yoake", "ANIDB#7", "MYANIMELIST#70"))))
				.containsExactly(Map.of(Kind.CHANGED, 1));
			assertThat(holder("MYANIMELIST#70").id()).isEqualTo(id);
		}

		@Test
		void recordThatHitsTwoEntriesMergesThemIntoTheOlder() {
			apply("1", aRecord("Old", "ANIDB#7"));
			apply("2", aRecord("Old", "ANIDB#7"), aRecord("Young", "MYANIMELIST#70", "KITSU#3"));
			AnimeId old = holder("ANIDB#7").id();
			AnimeId young = holder("MYANIMELIST#70").id();
			assertThat(kinds(apply("3", aRecord("Both", "ANIDB#7", "MYANIMELIST#70"))))
				.containsExactly(Map.of(Kind.MERGED, 1, Kind.LINK_SUSPECT, 1));
			assertThat(holder("MYANIMELIST#70").id()).isEqualTo(old);
			assertThat(holder("KITSU#3").id()).isEqualTo(old);
			AnimeEntry redirect = entry(young);
			assertThat(redirect.lifecycle()).isEqualTo(Lifecycle.REDIRECT);
			assertThat(redirect.mergedInto()).isEqualTo(old);
			assertThat(redirect.sources()).isEmpty();
			assertThat(apply("3", aRecord("Both", "ANIDB#7", "MYANIMELIST#70"))).isEmpty();
		}

		@Test
		void entriesOfOneAgeMergeIntoTheSmallerId() {
			apply("1", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"));
			AnimeId smaller = Collections.min(this.ids());
			apply("2", aRecord("A", "ANIDB#7", "MYANIMELIST#70"));
			assertThat(holder("ANIDB#7").id()).isEqualTo(smaller);
		}

		@Test
		void entriesThatDifferTooMuchAreProposedToBeMergedOnce() {
			apply("1", aRecord("Show", "ANIDB#7"), aRecord("Film", "MYANIMELIST#70"));
			change("MYANIMELIST#70", (entry) -> entry.episodes = 1);
			DatasetRecord both = aRecord("Show", "ANIDB#7", "MYANIMELIST#70");
			assertThat(kinds(apply("2", both))).hasSize(1)
				.first()
				.satisfies((counts) -> assertThat(counts).containsEntry(Kind.MERGE_PROPOSAL, 1));
			assertThat(holder("ANIDB#7").id()).isNotEqualTo(holder("MYANIMELIST#70").id());
			assertThat(holder("ANIDB#7").standing().flags()).contains(Flag.MERGE_PROPOSAL);
			assertThat(holder("MYANIMELIST#70").standing().mergeProposals()).contains(holder("ANIDB#7").id());
			assertThat(apply("3", both)).isEmpty();
		}

		@Test
		void entryApprovedByAPersonSurvivesAndIsOnlyProposed() {
			apply("1", aRecord("A", "ANIDB#7"));
			apply("2", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"));
			change("MYANIMELIST#70", (entry) -> entry.review = ReviewState.APPROVED);
			List<Change> changes = apply("3", aRecord("A", "ANIDB#7", "MYANIMELIST#70"));
			assertThat(changes).singleElement().extracting(Change::kind).isEqualTo(Kind.MERGE_PROPOSAL);
			assertThat(changes.getFirst().steps()).anySatisfy((step) -> assertThat(step)
				.isEqualTo(new Step.Propose(holder("ANIDB#7").id(), holder("MYANIMELIST#70").id())));
		}

		@Test
		void recordThatHitsThreeEntriesMergesThemAll() {
			apply("1", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"), aRecord("C", "KITSU#3"));
			assertThat(kinds(apply("2", aRecord("A", "ANIDB#7", "MYANIMELIST#70", "KITSU#3"))))
				.containsExactly(Map.of(Kind.MERGED, 2));
			assertThat(holder("ANIDB#7").sources()).hasSize(3);
		}

		@Test
		void splitLeavesTheIdWithTheLinkItWasMintedFrom() {
			apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7", "KITSU#3", "ANILIST#9"));
			AnimeId id = holder("MYANIMELIST#70").id();
			assertThat(
					kinds(apply("2", aRecord("A", "MYANIMELIST#70"), aRecord("B", "ANIDB#7", "KITSU#3", "ANILIST#9"))))
				.containsExactly(Map.of(Kind.SPLIT, 1));
			assertThat(holder("MYANIMELIST#70").id()).isEqualTo(id);
			assertThat(holder("ANIDB#7").id()).isEqualTo(AnimeId.mintedFrom(SourceLink.ofKey("ANIDB#7")));
			assertThat(holder("KITSU#3").titles().main()).isEqualTo("B");
		}

		@Test
		void splitWithoutThatLinkLeavesTheIdWithMostLinks() {
			apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7", "KITSU#3", "ANILIST#9"));
			AnimeId id = holder("MYANIMELIST#70").id();
			apply("2", aRecord("A", "ANIDB#7"), aRecord("B", "KITSU#3", "ANILIST#9"));
			assertThat(holder("KITSU#3").id()).isEqualTo(id);
			assertThat(holder("MYANIMELIST#70").id()).isEqualTo(id);
			assertThat(holder("ANIDB#7").id()).isNotEqualTo(id);
		}

		@Test
		void splitWithoutThatLinkAndWithEqualsLeavesTheIdWithTheBestProvider() {
			apply("1", aRecord("Both", "MYANIMELIST#70", "KITSU#3", "ANIDB#7"));
			AnimeId id = holder("MYANIMELIST#70").id();
			apply("2", aRecord("A", "KITSU#3"), aRecord("B", "ANIDB#7"));
			assertThat(holder("ANIDB#7").id()).isEqualTo(id);
		}

		@Test
		void splitOfAnEntryApprovedByAPersonIsProposed() {
			apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7"));
			change("ANIDB#7", (entry) -> entry.review = ReviewState.APPROVED);
			DatasetRecord one = aRecord("A", "MYANIMELIST#70");
			DatasetRecord other = aRecord("B", "ANIDB#7");
			assertThat(apply("2", one, other)).singleElement().extracting(Change::kind).isEqualTo(Kind.SPLIT_PROPOSAL);
			assertThat(holder("ANIDB#7").id()).isEqualTo(holder("MYANIMELIST#70").id());
			assertThat(apply("3", one, other)).isEmpty();
		}

		@Test
		void deadLinkIsRemoved() {
			apply("1", aRecord("A", "MYANIMELIST#70", "ANIDB#7"));
			catalogueDead("ANIDB#7");
			assertThat(kinds(apply("2", aRecord("A", "MYANIMELIST#70"))))
				.containsExactly(Map.of(Kind.CHANGED, 1, Kind.DEAD_LINK, 1));
			assertThat(find("ANIDB#7")).isFalse();
		}

		@Test
		void linkThatDisappearsIsKeptForTwoReleasesThenDropped() {
			DatasetRecord shorter = aRecord("A", "MYANIMELIST#70");
			apply("1", aRecord("A", "MYANIMELIST#70", "ANIDB#7"));
			assertThat(kinds(apply("2", shorter))).containsExactly(Map.of(Kind.CHANGED, 1, Kind.LINK_SUSPECT, 1));
			assertThat(apply("2", shorter)).as("the same release counts once").isEmpty();
			assertThat(kinds(apply("3", shorter))).containsExactly(Map.of(Kind.LINK_SUSPECT, 1));
			assertThat(find("ANIDB#7")).isTrue();
			assertThat(kinds(apply("4", shorter))).containsExactly(Map.of(Kind.LINK_DROPPED, 1));
			assertThat(find("ANIDB#7")).isFalse();
			assertThat(apply("5", shorter)).isEmpty();
		}

		@Test
		void linkThatComesBackIsNoLongerSuspect() {
			DatasetRecord longer = aRecord("A", "MYANIMELIST#70", "ANIDB#7");
			apply("1", longer);
			apply("2", aRecord("A", "MYANIMELIST#70"));
			apply("3", longer);
			assertThat(holder("ANIDB#7").standing().suspects()).isEmpty();
			assertThat(apply("4", longer)).isEmpty();
		}

		@Test
		void linkMovesFromOneEntryToAnother() {
			apply("1", aRecord("A", "MYANIMELIST#70", "KITSU#3"), aRecord("B", "MYANIMELIST#80"));
			AnimeId other = holder("MYANIMELIST#80").id();
			assertThat(kinds(apply("2", aRecord("A", "MYANIMELIST#70"), aRecord("B", "MYANIMELIST#80", "KITSU#3"))))
				.containsExactly(Map.of(Kind.MOVED_LINK, 1));
			assertThat(holder("KITSU#3").id()).isEqualTo(other);
			assertThat(holder("MYANIMELIST#70").standing().suspects()).isEmpty();
		}

		@Test
		void twoLinksOfOneProviderAreKept() {
			apply("1", aRecord("A", "MYANIMELIST#90", "MYANIMELIST#80"));
			assertThat(holder("MYANIMELIST#90").id()).isEqualTo(AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#80")));
		}

		@Test
		void idOfALiveEntryThatLostItsLinkIsNotMintedAgain() {
			apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7", "KITSU#3"));
			AnimeId id = holder("MYANIMELIST#70").id();
			catalogueDead("MYANIMELIST#70");
			apply("2", aRecord("Both", "ANIDB#7", "KITSU#3"));
			apply("3", aRecord("Both", "ANIDB#7", "KITSU#3"), aRecord("Late", "MYANIMELIST#70", "ANILIST#9"),
					aRecord("Sole", "ANIDB#8"));
			assertThat(holder("ANIDB#7").id()).isEqualTo(id);
			assertThat(holder("MYANIMELIST#70").id()).isEqualTo(AnimeId.mintedFrom(SourceLink.ofKey("ANILIST#9")));
		}

		@Test
		void idIsNumberedWhereNoOtherLinkIsLeft() {
			apply("1", aRecord("Both", "MYANIMELIST#70", "ANIDB#7"));
			catalogueDead("MYANIMELIST#70");
			apply("2", aRecord("Both", "ANIDB#7"));
			apply("3", aRecord("Both", "ANIDB#7"), aRecord("Late", "MYANIMELIST#70"));
			AnimeEntry late = holder("MYANIMELIST#70");
			assertThat(late.id()).isEqualTo(AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#70"), 2));
			assertThat(late.mintedFrom()).hasToString("https://myanimelist.net/anime/70#2");
		}

		@Test
		void redirectThatBecomesSeparateAgainIsTheOldEntry() {
			apply("1", aRecord("A", "ANIDB#7"));
			apply("2", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"));
			AnimeId young = holder("MYANIMELIST#70").id();
			apply("3", aRecord("A", "ANIDB#7", "MYANIMELIST#70"));
			apply("4", aRecord("A", "ANIDB#7"), aRecord("B", "MYANIMELIST#70"));
			assertThat(holder("MYANIMELIST#70").id()).isEqualTo(young);
			assertThat(holder("MYANIMELIST#70").lifecycle()).isEqualTo(Lifecycle.DRAFT);
			assertThat(holder("MYANIMELIST#70").mergedInto()).isNull();
		}

		private List<AnimeId> ids() {
			return List.copyOf(CatalogueDiffTests.this.catalogue.entries.keySet());
		}

	}

	@Test
	void linkThatTwoRecordsNameBelongsToTheLargerOne() {
		DatasetRecord large = aRecord("A", "MYANIMELIST#1", "ANIDB#1", "KITSU#1");
		DatasetRecord small = aRecord("B", "MYANIMELIST#2", "KITSU#1");
		List<Change> changes = apply("1", small, large);
		assertThat(changes).singleElement().satisfies((change) -> {
			assertThat(change.counts()).isEqualTo(Map.of(Kind.NEW, 2));
			assertThat(change.notes()).containsExactly("several records name KITSU#1");
		});
		assertThat(holder("KITSU#1").titles().main()).isEqualTo("A");
		assertThat(apply("2", large, small)).isEmpty();
	}

	@Test
	void orderOfTheReleaseDecidesNothing() {
		List<DatasetRecord> before = new ArrayList<>();
		for (int i = 1; i <= 30; i++) {
			before.add(aRecord("Show " + i, "MYANIMELIST#" + i, "ANIDB#" + i, "KITSU#" + i));
		}
		List<DatasetRecord> after = new ArrayList<>(before.subList(5, 30));
		after.set(0, aRecord("Six and seven", "MYANIMELIST#6", "ANIDB#6", "MYANIMELIST#7", "KITSU#7"));
		after.set(1, aRecord("Rest of seven", "ANIDB#7", "KITSU#6"));
		after.set(2, aRecord("Eight", "MYANIMELIST#8", "KITSU#9"));
		after.set(3, aRecord("Nine", "MYANIMELIST#9", "ANIDB#9", "KITSU#8", "ANIDB#8"));
		after.add(aRecord("New", "ANILIST#500", "ANIDB#11"));
		this.catalogue.apply("1", before);
		this.catalogue.apply("2", after);
		for (int seed = 0; seed < 20; seed++) {
			CatalogueInMemory shuffled = new CatalogueInMemory();
			Collections.shuffle(before, new Random(seed));
			Collections.shuffle(after, new Random(seed));
			shuffled.apply("1", before);
			shuffled.apply("2", after);
			assertThat(shuffled.timeless()).isEqualTo(this.catalogue.timeless());
			assertThat(shuffled.plan("2", after)).isEmpty();
		}
	}

	@Test
	void enrichesWhatAirsBeforeWhatIsWellKnown() {
		DatasetRecord airing = aRecord("Airing", AiringStatus.ONGOING, "ANIDB#1");
		DatasetRecord coming = aRecord("Coming", AiringStatus.UPCOMING, "ANIDB#2");
		DatasetRecord known = aRecord("Known", "MYANIMELIST#1535", "ANIDB#4563");
		DatasetRecord obscure = aRecord("Obscure", "ANIDB#3");
		assertThat(List.of(airing, coming, known, obscure))
			.isSortedAccordingTo((left, right) -> EnrichmentPriority.of(right) - EnrichmentPriority.of(left));
	}

	private List<Change> apply(String release, DatasetRecord... records) {
		return this.catalogue.apply(release, Arrays.asList(records));
	}

	private AnimeEntry holder(String link) {
		return this.catalogue.holder(link);
	}

	private boolean find(String link) {
		return this.catalogue.find(link).isPresent();
	}

	private AnimeEntry entry(AnimeId id) {
		return Objects.requireNonNull(this.catalogue.entries.get(id));
	}

	private void change(String link, Consumer<AnimeEntry.Change> changes) {
		this.catalogue.change(link, changes);
	}

	private void catalogueDead(String link) {
		this.catalogue.dead.add(SourceLink.ofKey(link));
	}

	private void enrich(String link) {
		change(link, (entry) -> {
			entry.lifecycle = Lifecycle.ACTIVE;
			entry.provenance = Map.of("title", new Provenance("mal", Instant.EPOCH, "PRIORITY", 0.9));
			entry.airing = new Airing(entry.airing.status(), null, entry.airing.year(), null, null, null, null);
		});
	}

	private static List<Map<Kind, Integer>> kinds(List<Change> changes) {
		return changes.stream().map(Change::counts).toList();
	}

}
