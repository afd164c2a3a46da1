package io.mokuroku.sync.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.message.SnapshotRequested.Cause;
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
 * Snapshots and restores in trouble: what breaks leaves nothing half done, what cannot be
 * trusted is refused, and what was interrupted goes on.
 */
class SnapshotTroubleTests {

	private static final String ID = "20261129T030000.000Z-00000001";

	@TempDir
	Path folder;

	private SnapshotWorkshop workshop;

	@BeforeEach
	void emptyTables() {
		this.workshop = new SnapshotWorkshop(new BucketInFolder(this.folder));
		this.workshop.engines.reset();
	}

	@Test
	void leavesNothingWhereTheLastPartFailsAndSucceedsTheNextTime() throws Exception {
		this.workshop.populate(20);
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
		this.workshop.populate(5);
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
		this.workshop.populate(20);
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
		this.workshop.populate(5);
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
		this.workshop.populate(40);
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
		this.workshop.populate(30);
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

	private static void flip(Path file) throws IOException {
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length / 2] ^= 1;
		Files.write(file, bytes);
	}

}
