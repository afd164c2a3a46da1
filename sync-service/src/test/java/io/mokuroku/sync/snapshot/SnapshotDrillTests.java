package io.mokuroku.sync.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

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
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.SnapshotRequested.Cause;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The drill: what a snapshot holds comes back item by item, whatever breaks on the way.
 */
class SnapshotDrillTests {

	private static final String ID = "20261129T030000.000Z-00000001";

	@TempDir
	Path folder;

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.system());

	private final AnimeStore entries = this.stores.anime();

	private final EntryParts parts = this.stores.parts();

	private final SourceLinks links = Stores.links(LocalEngines.start().dynamo());

	private SnapshotWorkshop workshop;

	@BeforeEach
	void emptyTables() {
		this.workshop = new SnapshotWorkshop(new BucketInFolder(this.folder));
		this.workshop.engines.reset();
	}

	@Test
	void bringsEveryItemBackAfterTheTablesWereWiped() throws Exception {
		this.workshop.populate(this.entries, this.parts, 64);
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
		this.workshop.populate(this.entries, this.parts, 8);
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
		this.workshop.populate(this.entries, this.parts, 6);
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
		this.workshop.populate(this.entries, this.parts, 6);
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
		this.workshop.populate(this.entries, this.parts, 3);
		this.workshop.put("source-links", Map.of("link", SnapshotWorkshop.text("KITSU#99"), "anime_id",
				SnapshotWorkshop.text(entry(1).id().toString())));
		this.workshop.take(ID);
		this.workshop.engines.reset();
		RestoreRun run = this.workshop.restore(ID, RestoreMode.NEWER_WINS);
		assertThat(run.counts().contested()).isEqualTo(1);
		assertThat(this.links.find(SourceLink.ofKey("KITSU#99"))).isEmpty();
		assertThat(this.links.find(SourceLink.ofKey("MYANIMELIST#1"))).isPresent();
	}

	@Test
	void leavesNothingWhereTheLastPartFailsAndSucceedsTheNextTime() throws Exception {
		this.workshop.populate(this.entries, this.parts, 20);
		this.workshop.bucket.failOn((part) -> part.key().contains("reviews/003"));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.workshop.take(ID));
		assertThat(this.workshop.snapshots.all()).isEmpty();
		assertThat(this.workshop.bucket.openUploads()).isZero();
		assertThat(this.workshop.bucket.keys()).isNotEmpty().noneMatch((key) -> key.endsWith("manifest.json"));
		this.workshop.bucket.failOn((part) -> false);
		this.workshop.take("20261129T040000.000Z-00000002");
		assertThat(this.workshop.snapshots.all()).hasSize(1);
		assertThat(this.workshop.bucket.keys()).allMatch((key) -> key.contains("00000002"));
	}

	@Test
	void abortsUploadsThatACrashLeftBehind() throws Exception {
		this.workshop.store.begin(Snapshots.folder("crashed") + "anime/000-00001.jsonl.zst").write(new byte[3_000]);
		assertThat(this.workshop.bucket.openUploads()).isEqualTo(1);
		this.workshop.take(ID);
		assertThat(this.workshop.bucket.openUploads()).isZero();
	}

	@Test
	void doesNotListASnapshotThatReadsOtherwiseThanItWasWritten() throws Exception {
		this.workshop.populate(this.entries, this.parts, 5);
		SnapshotStore lossy = Faults.before(SnapshotStore.class, this.workshop.store, (method, arguments) -> {
			if (method.getName().equals("fetch")) {
				flip(this.workshop.bucket.file((String) arguments[0]));
			}
			return null;
		});
		SnapshotWorkshop workshop = this.workshop;
		TakeSnapshot take = new TakeSnapshot(workshop.items, lossy, workshop.snapshots, Optional::empty, (manifest) -> {
		}, InstantSource.system(), workshop.settings(8));
		assertThatExceptionOfType(SnapshotUnusable.class).isThrownBy(
				() -> take.work(SnapshotRun.accepted(ID, "request", Cause.WEEKLY, SnapshotWorkshop.NOW), (run) -> {
				}));
		assertThat(workshop.snapshots.all()).isEmpty();
		assertThat(workshop.bucket.keys()).isEmpty();
	}

	@Test
	void refusesASnapshotWithOneFlippedByteBeforeItWritesAnything() throws Exception {
		this.workshop.populate(this.entries, this.parts, 20);
		Manifest manifest = this.workshop.take(ID);
		flip(this.workshop.bucket.file(Snapshots.folder(ID) + manifest.files().getLast().name()));
		this.workshop.engines.reset();
		assertThatExceptionOfType(SnapshotUnusable.class)
			.isThrownBy(() -> this.workshop.restore(ID, RestoreMode.NEWER_WINS))
			.withMessageContaining(manifest.files().getLast().name());
		assertThat(this.workshop.everything()).isEmpty();
	}

	@Test
	void refusesWhatItCannotTrust() throws Exception {
		this.workshop.populate(this.entries, this.parts, 5);
		Manifest manifest = this.workshop.take(ID);
		this.workshop.syncing = true;
		assertThatExceptionOfType(SnapshotUnusable.class)
			.isThrownBy(() -> this.workshop.restore(ID, RestoreMode.NEWER_WINS))
			.withMessageContaining("being applied");
		this.workshop.editManifest(ID, "\"items\" : 10", "\"items\" : 11");
		assertThatExceptionOfType(SnapshotUnusable.class)
			.isThrownBy(() -> this.workshop.restore(ID, RestoreMode.NEWER_WINS))
			.withMessageContaining("the manifest promises");
		this.workshop.editManifest(ID, "\"schemaVersion\" : 1", "\"schemaVersion\" : 2");
		assertThatExceptionOfType(SnapshotUnusable.class)
			.isThrownBy(() -> this.workshop.restore(ID, RestoreMode.NEWER_WINS))
			.withMessageContaining("schema version 2");
		assertThat(this.workshop.snapshots.all()).isEmpty();
		assertThat(manifest.schemaVersion()).isEqualTo(1);
	}

	@Test
	void goesOnWhereARestoreWasInterrupted() throws Exception {
		this.workshop.populate(this.entries, this.parts, 40);
		Map<String, String> before = this.workshop.everything();
		this.workshop.take(ID);
		this.workshop.engines.reset();
		AtomicInteger writes = new AtomicInteger();
		TruthItems crashing = Faults.before(TruthItems.class, this.workshop.items, (method, arguments) -> {
			if (method.getName().equals("putAll") && writes.incrementAndGet() > 4) {
				throw new IllegalStateException("crash");
			}
			return null;
		});
		AtomicReference<RestoreRun> reached = new AtomicReference<>();
		RestoreRun run = SnapshotWorkshop.run(ID, RestoreMode.NEWER_WINS, false);
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.workshop.restore(run, crashing, reached));
		assertThat(reached.get().filesDone()).isNotEmpty();
		assertThat(this.workshop.restored).isEmpty();
		RestoreRun resumed = this.workshop.restore(reached.get(), this.workshop.items, new AtomicReference<>());
		assertThat(SnapshotWorkshop.difference(before, this.workshop.everything())).isEmpty();
		assertThat(resumed.filesDone()).hasSize(this.workshop.snapshots.get(ID).files().size());
		assertThat(resumed.counts().items()).isEqualTo(before.size());
	}

	@Test
	void takesItsTimeWhereTheDatabaseIsOverloaded() throws Exception {
		this.workshop.populate(this.entries, this.parts, 30);
		Map<String, String> before = this.workshop.everything();
		AtomicInteger calls = new AtomicInteger();
		TruthItems overloaded = TruthItems
			.of(Faults.before(DynamoDbClient.class, this.workshop.engines.dynamo(), (method, arguments) -> {
				boolean now = calls.incrementAndGet() % 3 == 0;
				if (now && method.getName().equals("scan")) {
					throw ProvisionedThroughputExceededException.builder()
						.statusCode(400)
						.message("slow")
						.awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
						.build();
				}
				return (now && method.getName().equals("batchWriteItem")) ? unprocessed(arguments[0]) : null;
			}));
		this.workshop.take(ID, overloaded, InstantSource.system());
		this.workshop.engines.reset();
		this.workshop.restore(SnapshotWorkshop.run(ID, RestoreMode.NEWER_WINS, false), overloaded,
				new AtomicReference<>());
		assertThat(SnapshotWorkshop.difference(before, this.workshop.everything())).isEmpty();
	}

	@SuppressWarnings("unchecked")
	private static BatchWriteItemResponse unprocessed(Object request) {
		BatchWriteItemRequest.Builder asked = BatchWriteItemRequest.builder();
		((Consumer<BatchWriteItemRequest.Builder>) request).accept(asked);
		return BatchWriteItemResponse.builder().unprocessedItems(asked.build().requestItems()).build();
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

	private static void flip(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length / 2] ^= 1;
		Files.write(file, bytes);
	}

}
