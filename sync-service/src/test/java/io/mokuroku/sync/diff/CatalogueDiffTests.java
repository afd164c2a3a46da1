package io.mokuroku.sync.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing.Flag;
import io.mokuroku.sync.dataset.DatasetRecord;
import org.junit.jupiter.api.Test;

import static io.mokuroku.sync.dataset.Records.aRecord;
import static io.mokuroku.sync.diff.CatalogueInMemory.kinds;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules by which the catalogue follows its dataset, one test a rule; those by which
 * entries become one or several have {@link MergeAndSplitTests tests of their own}.
 */
class CatalogueDiffTests {

	private final CatalogueInMemory catalogue = new CatalogueInMemory();

	@Test
	void newWhereNoLinkIsKnown() {
		assertThat(kinds(this.catalogue.apply("1", aRecord("Death Note", "MYANIMELIST#1535", "ANIDB#4563"))))
			.containsExactly(Map.of(Kind.NEW, 1));
		AnimeEntry entry = this.catalogue.holder("ANIDB#4563");
		assertThat(entry.id()).isEqualTo(AnimeId.of("9d8c8ec8-75e9-5630-983e-07b4cd37a972"));
		assertThat(entry.lifecycle()).isEqualTo(Lifecycle.DRAFT);
		assertThat(entry.revision().version()).isEqualTo(1);
	}

	@Test
	void existingAndUnchangedIsNotTold() {
		this.catalogue.apply("1", aRecord("Death Note", "MYANIMELIST#1535"));
		assertThat(this.catalogue.apply("2", aRecord("Death Note", "MYANIMELIST#1535"))).isEmpty();
	}

	@Test
	void existingDraftFollowsItsRecord() {
		this.catalogue.apply("1", aRecord("Death Note", "MYANIMELIST#1535"));
		assertThat(kinds(this.catalogue.apply("2", aRecord("DEATH NOTE", "MYANIMELIST#1535"))))
			.containsExactly(Map.of(Kind.CHANGED, 1));
		assertThat(this.catalogue.holder("MYANIMELIST#1535").titles().main()).isEqualTo("DEATH NOTE");
		assertThat(this.catalogue.holder("MYANIMELIST#1535").revision().version()).isEqualTo(2);
	}

	@Test
	void existingEnrichedEntryTakesOnlyLinks() {
		this.catalogue.apply("1", aRecord("Death Note", "MYANIMELIST#1535"));
		this.catalogue.enrich("MYANIMELIST#1535");
		this.catalogue.apply("2", aRecord("Other Name", "MYANIMELIST#1535", "KITSU#1376"));
		assertThat(this.catalogue.holder("KITSU#1376").titles().main()).isEqualTo("Death Note");
		assertThat(this.catalogue.holder("KITSU#1376").lifecycle()).isEqualTo(Lifecycle.ACTIVE);
		assertThat(this.catalogue.apply("3", aRecord("Other Name", "MYANIMELIST#1535", "KITSU#1376"))).isEmpty();
	}

	@Test
	void moreEpisodesOfflineThanOursIsAGap() {
		this.catalogue.apply("1", aRecord("Show", "MYANIMELIST#1"));
		this.catalogue.enrich("MYANIMELIST#1");
		this.catalogue.change("MYANIMELIST#1", (entry) -> entry.episodes = 10);
		assertThat(kinds(this.catalogue.apply("2", aRecord("Show 2", "MYANIMELIST#1"))))
			.containsExactly(Map.of(Kind.CHANGED, 1, Kind.EPISODE_GAP, 1));
		assertThat(this.catalogue.holder("MYANIMELIST#1").standing().flags()).containsExactly(Flag.EPISODE_GAP);
		assertThat(this.catalogue.holder("MYANIMELIST#1").episodes()).isEqualTo(10);
	}

	@Test
	void fewerEpisodesThanOursAreNothing() {
		this.catalogue.apply("1", aRecord("Show", "MYANIMELIST#1"));
		this.catalogue.enrich("MYANIMELIST#1");
		this.catalogue.change("MYANIMELIST#1", (entry) -> entry.episodes = 24);
		assertThat(kinds(this.catalogue.apply("2", aRecord("Show 2", "MYANIMELIST#1"))))
			.containsExactly(Map.of(Kind.CHANGED, 1));
		assertThat(this.catalogue.holder("MYANIMELIST#1").standing().flags()).isEmpty();
	}

	@Test
	void statusThatAdvancesWaitsForALiveSourceAndAnyOtherForAPerson() {
		this.catalogue.apply("1", aRecord("Show", AiringStatus.ONGOING, "MYANIMELIST#1"),
				aRecord("Other", AiringStatus.FINISHED, "MYANIMELIST#2"));
		this.catalogue.enrich("MYANIMELIST#1");
		this.catalogue.enrich("MYANIMELIST#2");
		this.catalogue.apply("2", aRecord("Show", AiringStatus.FINISHED, "MYANIMELIST#1"),
				aRecord("Other", AiringStatus.UPCOMING, "MYANIMELIST#2"));
		assertThat(this.catalogue.holder("MYANIMELIST#1").standing().flags()).containsExactly(Flag.STATUS_ADVANCED);
		assertThat(this.catalogue.holder("MYANIMELIST#1").airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(this.catalogue.holder("MYANIMELIST#2").standing().flags()).containsExactly(Flag.STATUS_REGRESSION);
	}

	@Test
	void missingBecomesOrphanedAndReappearedReturns() {
		this.catalogue.apply("1", aRecord("Kept", "MYANIMELIST#1"), aRecord("Gone", "MYANIMELIST#2", "ANIDB#2"));
		this.catalogue.enrich("MYANIMELIST#2");
		assertThat(kinds(this.catalogue.apply("2", aRecord("Kept", "MYANIMELIST#1"))))
			.containsExactly(Map.of(Kind.GONE, 1));
		assertThat(this.catalogue.holder("ANIDB#2").lifecycle()).isEqualTo(Lifecycle.ORPHANED);
		assertThat(this.catalogue.holder("ANIDB#2").standing().orphanedAt()).isNotNull();
		assertThat(this.catalogue.apply("3", aRecord("Kept", "MYANIMELIST#1"))).isEmpty();
		assertThat(kinds(this.catalogue.apply("4", aRecord("Kept", "MYANIMELIST#1"),
				aRecord("Gone", "MYANIMELIST#2", "ANIDB#2"))))
			.containsExactly(Map.of(Kind.RETURNED, 1));
		assertThat(this.catalogue.holder("ANIDB#2").lifecycle()).isEqualTo(Lifecycle.ACTIVE);
		assertThat(this.catalogue.holder("ANIDB#2").standing().orphanedAt()).isNull();
	}

	@Test
	void draftThatReappearsIsADraftAgain() {
		this.catalogue.apply("1", aRecord("Gone", "MYANIMELIST#2"));
		this.catalogue.apply("2");
		this.catalogue.apply("3", aRecord("Gone", "MYANIMELIST#2"));
		assertThat(this.catalogue.holder("MYANIMELIST#2").lifecycle()).isEqualTo(Lifecycle.DRAFT);
	}

	@Test
	void newHostOfAProviderIsNoChange() {
		DatasetRecord before = new DatasetRecord(List.of(SourceLink.parse("https://kitsu.io/anime/7").orElseThrow()),
				"Show", aRecord("x", "ANIDB#1").type(), 1, AiringStatus.FINISHED, null, null, null, null, null, null,
				List.of(), List.of(), List.of(), List.of(), List.of());
		this.catalogue.apply("1", before);
		assertThat(this.catalogue.apply("2",
				new DatasetRecord(List.of(SourceLink.parse("https://kitsu.app/anime/7").orElseThrow()), "Show",
						before.type(), 1, AiringStatus.FINISHED, null, null, null, null, null, null, List.of(),
						List.of(), List.of(), List.of(), List.of())))
			.isEmpty();
	}

	@Test
	void linkThatTwoRecordsNameBelongsToTheLargerOne() {
		DatasetRecord large = aRecord("A", "MYANIMELIST#1", "ANIDB#1", "KITSU#1");
		DatasetRecord small = aRecord("B", "MYANIMELIST#2", "KITSU#1");
		List<Change> changes = this.catalogue.apply("1", small, large);
		assertThat(changes).singleElement().satisfies((change) -> {
			assertThat(change.counts()).isEqualTo(Map.of(Kind.NEW, 2));
			assertThat(change.notes()).containsExactly("several records name KITSU#1");
		});
		assertThat(this.catalogue.holder("KITSU#1").titles().main()).isEqualTo("A");
		assertThat(this.catalogue.apply("2", large, small)).isEmpty();
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

}
