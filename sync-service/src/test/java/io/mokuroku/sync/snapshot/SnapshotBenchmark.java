package io.mokuroku.sync.snapshot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

import io.mokuroku.catalogue.store.GeneratedItems;
import io.mokuroku.catalogue.store.StoredItem;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.message.SnapshotRequested.Cause;
import io.mokuroku.topology.Tables;
import io.mokuroku.topology.Topology;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import org.springframework.util.unit.DataSize;

/**
 * Measures a snapshot and its restore. The catalogue is generated; with an address as
 * second argument it lies in the DynamoDB Local that listens there. The bucket is a
 * folder. Arguments: number of entries, address of DynamoDB Local.
 */
final class SnapshotBenchmark {

	private static final String ID = "benchmark";

	private SnapshotBenchmark() {
	}

	public static void main(String... arguments) throws Exception {
		int entries = Integer.parseInt(arguments[0]);
		GeneratedItems generated = new GeneratedItems(entries);
		Path folder = Files.createTempDirectory("snapshot-benchmark");
		BucketInFolder bucket = new BucketInFolder(folder);
		TruthItems items = (arguments.length > 1) ? database(arguments[1], generated) : generated;
		SnapshotStore store = new S3SnapshotStore(bucket, "bucket", (int) DataSize.ofMegabytes(8).toBytes());
		Snapshots snapshots = new Snapshots(store);
		SnapshotSettings settings = new SnapshotSettings("bucket", 4, 4, DataSize.ofMegabytes(16),
				DataSize.ofMegabytes(8), Duration.ofSeconds(1), Duration.ofMinutes(1), 1, Duration.ZERO,
				new SnapshotSettings.Schedule("off", "group", "arn:role", 8, 12, Duration.ofDays(30)));
		InstantSource clock = InstantSource.system();
		generated.takeSum();
		generated.takeItems();
		generated.takeBytes();

		Instant start = Instant.now();
		SnapshotRun taken = new TakeSnapshot(items, store, snapshots, Optional::empty, (manifest) -> {
		}, clock, settings).work(SnapshotRun.accepted(ID, ID, Cause.ON_DEMAND, start), (run) -> {
		});
		report("snapshot", entries, taken.counts().items(), taken.counts().bytes(), start);
		say("raw bytes of entries and parts: %d".formatted(generated.takeBytes()));
		long readSum = generated.takeSum();
		long readItems = generated.takeItems();

		start = Instant.now();
		RestoreRun.Order order = new RestoreRun.Order(ID, RestoreMode.SNAPSHOT_WINS, false, false);
		RestoreRun restored = new RestoreSnapshot(items, store, snapshots, () -> false, (run) -> {
		}, clock, 4).work(RestoreRun.accepted("restore", ID, order, start), (run) -> {
		});
		report("restore", entries, restored.counts().items(), taken.counts().bytes(), start);
		if (items == generated) {
			say("the same items came back: %s"
				.formatted(readSum == generated.takeSum() && readItems == generated.takeItems()));
		}
		bucket.clear();
	}

	private static TruthItems database(String address, GeneratedItems generated) {
		DynamoDbClient dynamo = DynamoDbClient.builder()
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
			.endpointOverride(URI.create(address))
			.build();
		Tables.createMissing(dynamo, Topology.load());
		TruthItems items = TruthItems.of(dynamo);
		Instant start = Instant.now();
		LongAdder written = new LongAdder();
		Chunks<StoredItem> chunks = new Chunks<>(500, (item) -> 1, items::putAll);
		generated.scanEntries(0, 1, (entry) -> {
			entry.items().forEach(chunks::add);
			written.add(entry.items().size());
		});
		chunks.finish();
		say("populated: %d items in %.1f s".formatted(written.sum(), seconds(start)));
		return items;
	}

	private static void report(String what, int entries, long items, long bytes, Instant start) throws IOException {
		double seconds = seconds(start);
		Runtime runtime = Runtime.getRuntime();
		List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
		String peak = status.stream().filter((line) -> line.startsWith("VmHWM")).findFirst().orElse("");
		say("%s: %d entries, %d items, %d bytes compressed, %.1f s, %.0f items/s, heap %d of %d MiB, %s".formatted(what,
				entries, items, bytes, seconds, items / seconds, (runtime.totalMemory() - runtime.freeMemory()) >> 20,
				runtime.maxMemory() >> 20, peak.replaceAll("\\s+", " ")));
	}

	private static double seconds(Instant start) {
		return Duration.between(start, Instant.now()).toMillis() / 1_000.0;
	}

	private static void say(String line) {
		System.out.println(line);
	}

}
