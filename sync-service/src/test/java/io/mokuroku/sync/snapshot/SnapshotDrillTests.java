package io.mokuroku.sync.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SaveOutcome;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.catalogue.store.StoredEntry;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.catalogue.store.TruthTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The drill: what a snapshot holds comes back item by item.
 */
class SnapshotDrillTests {

	private static final String ID = "20261129T030000.000Z-00000001";

	@TempDir
	Path folder;

	private SnapshotWorkshop workshop;

	private AnimeStore entries;

	private EntryParts parts;

	private SourceLinks links;

	@BeforeEach
	void emptyTables() {
		this.workshop = new SnapshotWorkshop(new BucketInFolder(this.folder));
		this.workshop.engines.reset();
		this.entries = this.workshop.stores.anime();
		this.parts = this.workshop.stores.parts();
		this.links = Stores.links(this.workshop.engines.dynamo());
	}

	@Test
	void bringsEveryItemBackAfterTheTablesWereWiped() throws Exception {
		this.workshop.populate(64);
		Map<String, String> before = this.workshop.everything();
		Manifest manifest = this.workshop.take(ID);
		this.workshop.engines.reset();
		RestoreRun run = this.workshop.restore(ID, RestoreMode.NEWER_WINS);
		assertThat(SnapshotWorkshop.difference(before, this.workshop.everything())).isEmpty();
		assertThat(this.workshop.restored).containsExactly(run);
		assertThat(run.counts().added()).isEqualTo(64 + 64 + 64 + 64);
		assertThat(this.workshop.compare(ID).differences()).isEmpty();
		assertThat(manifest.sourceRelease()).isEqualTo("2026-46");
		assertThat(manifest.tables()).extracting(TableContents::items)
			.containsExactly(before.keySet().stream().filter((key) -> key.startsWith("anime/")).count(), 128L, 64L, 64L,
					64L);
		assertThat(manifest.tables().getFirst().kinds()).containsEntry("entry", 64L)
			.containsEntry("shadow", 32L)
			.containsEntry("proposal", 21L)
			.containsKey("episode");
	}

	@Test
	void tellsWhatDiffersAndWritesNothing() throws Exception {
		this.workshop.populate(8);
		this.workshop.take(ID);
		AnimeEntry changed = entry(1);
		this.entries.save(changed.with((change) -> {
			change.synopsis = "new";
			change.revision = change.revision.next(SnapshotWorkshop.NOW, null);
		}), changed, null);
		this.parts.putEpisodes(SnapshotWorkshop.episodes(entry(2), 9, "first"));
		this.parts.removeProposal(entry(3).id());
		Map<String, String> before = this.workshop.everything();
		RestoreRun run = this.workshop.compare(ID);
		assertThat(run.differences()).containsExactlyInAnyOrder(
				new Difference("anime/" + changed.id() + "/entry", Difference.Kind.CHANGED),
				new Difference("anime/" + entry(3).id() + "/proposal", Difference.Kind.MISSING),
				new Difference("anime/" + entry(2).id() + "/episode#regular#00004", Difference.Kind.EXTRA),
				new Difference("anime/" + entry(2).id() + "/episode#regular#00005", Difference.Kind.EXTRA),
				new Difference("anime/" + entry(2).id() + "/episode#regular#00006", Difference.Kind.EXTRA),
				new Difference("anime/" + entry(2).id() + "/episode#regular#00007", Difference.Kind.EXTRA),
				new Difference("anime/" + entry(2).id() + "/episode#regular#00008", Difference.Kind.EXTRA),
				new Difference("anime/" + entry(2).id() + "/episode#regular#00009", Difference.Kind.EXTRA));
		assertThat(run.counts().changed()).isEqualTo(1);
		assertThat(this.workshop.everything()).isEqualTo(before);
		assertThat(this.workshop.restored).isEmpty();
	}

	@Test
	void letsTheNewerVersionOfAnEntryWin() throws Exception {
		this.workshop.populate(6);
		this.workshop.take(ID);
		AnimeEntry newer = advance(entry(1), 1);
		AnimeEntry lost = entry(2);
		this.workshop.items.replace(aged(lost), this.workshop.items.entry(lost.id()));
		this.workshop.restore(ID, RestoreMode.NEWER_WINS);
		assertThat(this.entries.find(newer.id())).hasValue(newer);
		assertThat(this.entries.find(lost.id())).hasValue(lost);
		assertThat(this.workshop.compare(ID).counts().changed()).isEqualTo(1);
	}

	@Test
	void letsTheSnapshotWinWithAllItsPartsAndLinks() throws Exception {
		this.workshop.populate(6);
		this.workshop.take(ID);
		Map<String, String> before = this.workshop.everything();
		AnimeEntry changed = advance(entry(1), 3);
		this.parts.putEpisodes(SnapshotWorkshop.episodes(changed, 30, "second"));
		AnimeEntry since = Entries.aDraft("Since", "MYANIMELIST#777");
		this.entries.add(List.of(since));
		assertThat(this.links.find(SourceLink.ofKey("KITSU#1"))).hasValue(changed.id());
		this.workshop.restore(ID, RestoreMode.SNAPSHOT_WINS);
		assertThat(SnapshotWorkshop.difference(before, this.workshop.everything()))
			.containsOnlyKeys("anime/" + since.id() + "/entry", "source-links/MYANIMELIST#777");
	}

	@Test
	void leavesOutALinkThatWasClaimedAfterItsEntryWasRead() throws Exception {
		this.workshop.populate(3);
		this.workshop.put("source-links", Map.of("link", SnapshotWorkshop.text("KITSU#99"), "anime_id",
				SnapshotWorkshop.text(entry(1).id().toString())));
		this.workshop.take(ID);
		this.workshop.engines.reset();
		RestoreRun run = this.workshop.restore(ID, RestoreMode.NEWER_WINS);
		assertThat(run.counts().contested()).isEqualTo(1);
		assertThat(this.links.find(SourceLink.ofKey("KITSU#99"))).isEmpty();
		assertThat(this.links.find(SourceLink.ofKey("MYANIMELIST#1"))).isPresent();
	}

	private AnimeEntry entry(int number) {
		AnimeId id = Entries.aDraft("any", "MYANIMELIST#" + number).id();
		return this.entries.find(id).orElseThrow();
	}

	/** Commits further versions, the last of which claims one more link. */
	private AnimeEntry advance(AnimeEntry entry, int versions) {
		AnimeEntry last = entry;
		for (int i = 1; i <= versions; i++) {
			boolean end = i == versions;
			AnimeEntry before = last;
			last = before.with((change) -> {
				change.synopsis = "version " + before.revision().version();
				change.revision = change.revision.next(SnapshotWorkshop.NOW, null);
				if (end) {
					change.sources = List.of(change.sources.get(0), change.sources.get(1), SourceLink.ofKey("KITSU#1"));
				}
			});
			assertThat(this.entries.save(last, before, null)).isEqualTo(SaveOutcome.SAVED);
		}
		return last;
	}

	/** The entry as it was before its last commit. */
	private StoredEntry aged(AnimeEntry entry) {
		StoredEntry stored = this.workshop.items.entry(entry.id());
		Map<String, String> lines = new TreeMap<>();
		stored.items().forEach((item) -> lines.put(item.name(), item.line()));
		return new StoredEntry(entry.id(),
				lines.values()
					.stream()
					.map((line) -> line.replace("\"version\":{\"N\":\"2\"}", "\"version\":{\"N\":\"1\"}"))
					.map((line) -> StoredItem.parse(TruthTable.ANIME, line))
					.toList());
	}

}
