package io.mokuroku.sync.diff;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.sync.dataset.DatasetRecord;
import io.mokuroku.sync.dataset.Records;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CatalogueDiffTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private final DatasetRecord deathNote = Records.aRecord("Death Note", "MYANIMELIST#1535", "ANIDB#4563");

	private final AnimeEntry draft = added(decide(this.deathNote));

	@Test
	void mintsWhatNobodyHolds() {
		assertThat(this.draft.id()).isEqualTo(AnimeId.of("9d8c8ec8-75e9-5630-983e-07b4cd37a972"));
		assertThat(this.draft.lifecycle()).isEqualTo(Lifecycle.DRAFT);
		assertThat(this.draft.revision().version()).isEqualTo(1);
		assertThat(this.draft.revision().datasetHash()).isEqualTo(this.deathNote.hash());
	}

	@Test
	void keepsWhatSaysTheSame() {
		assertThat(decide(this.deathNote, this.draft)).isEqualTo(new Decision.Keep(this.draft.id()));
	}

	@Test
	void letsADraftFollowItsRecord() {
		DatasetRecord renamed = Records.aRecord("DEATH NOTE", "MYANIMELIST#1535", "ANIDB#4563");
		Decision.Change change = changed(decide(renamed, this.draft));
		assertThat(change.after().titles().main()).isEqualTo("DEATH NOTE");
		assertThat(change.after().revision().version()).isEqualTo(2);
		assertThat(change.after().mintedFrom()).isEqualTo(this.draft.mintedFrom());
		assertThat(change.shadow()).isEmpty();
	}

	@Test
	void keepsTheIdentityWhenABetterLinkAppears() {
		AnimeEntry known = added(decide(Records.aRecord("Yoake", "ANIDB#7")));
		DatasetRecord grown = Records.aRecord("Yoake", "ANIDB#7", "MYANIMELIST#70");
		assertThat(changed(decide(grown, known)).after().id()).isEqualTo(known.id());
	}

	@Test
	void takesOnlyLinksFromTheDatasetOnceAnEntryIsEnriched() {
		AnimeEntry enriched = this.draft.with((change) -> change.lifecycle = Lifecycle.ACTIVE);
		DatasetRecord found = Records.aRecord("Other Name", "MYANIMELIST#1535", "KITSU#1376");
		Decision.Change change = changed(decide(found, enriched));
		assertThat(change.after().titles().main()).isEqualTo("Death Note");
		assertThat(change.after().sources()).extracting(SourceLink::key)
			.containsExactly("MYANIMELIST#1535", "ANIDB#4563", "KITSU#1376");
		assertThat(change.shadow()).map((shadow) -> shadow.titles().main()).contains("Other Name");
		assertThat(decide(found, change.after())).isInstanceOf(Decision.Keep.class);
	}

	@Test
	void decidesNothingWhereLinksBelongToSeveral() {
		AnimeEntry other = added(decide(Records.aRecord("Monster", "MYANIMELIST#19")));
		DatasetRecord merged = Records.aRecord("Both", "MYANIMELIST#1535", "MYANIMELIST#19");
		assertThat(decide(merged, this.draft, other))
			.isEqualTo(new Decision.Contested(java.util.Set.of(this.draft.id(), other.id())));
	}

	@Test
	void enrichesWhatAirsBeforeWhatIsWellKnown() {
		DatasetRecord airing = Records.aRecord("Airing", AiringStatus.ONGOING, "ANIDB#1");
		DatasetRecord coming = Records.aRecord("Coming", AiringStatus.UPCOMING, "ANIDB#2");
		DatasetRecord obscure = Records.aRecord("Obscure", "ANIDB#3");
		assertThat(List.of(airing, coming, this.deathNote, obscure))
			.isSortedAccordingTo((left, right) -> EnrichmentPriority.of(right) - EnrichmentPriority.of(left));
	}

	private static Decision decide(DatasetRecord found, AnimeEntry... known) {
		Map<SourceLink, AnimeId> holders = new HashMap<>();
		Map<AnimeId, AnimeEntry> entries = new HashMap<>();
		for (AnimeEntry entry : known) {
			entry.sources().forEach((link) -> holders.put(link, entry.id()));
			entries.put(entry.id(), entry);
		}
		return CatalogueDiff.decide(found, holders, entries, NOW, null);
	}

	private static AnimeEntry added(Decision decision) {
		assertThat(decision).isInstanceOf(Decision.Add.class);
		return ((Decision.Add) decision).draft();
	}

	private static Decision.Change changed(Decision decision) {
		assertThat(decision).isInstanceOf(Decision.Change.class);
		return (Decision.Change) decision;
	}

}
