package io.mokuroku.sync.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.message.SnapshotRequested.Cause;
import io.mokuroku.testing.LocalEngines;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.util.unit.DataSize;

/**
 * Everything a snapshot needs, on the engines of tests, with small files and short waits.
 */
final class SnapshotWorkshop {

	static final Instant NOW = Instant.parse("2026-11-29T03:00:00Z");

	final LocalEngines engines = LocalEngines.start();

	final Stores stores = Stores.on(this.engines, InstantSource.system());

	final TruthItems items = TruthItems.of(this.engines.dynamo());

	final BucketInFolder bucket;

	final SnapshotStore store;

	final Snapshots snapshots;

	final WriteExport export;

	final List<RestoreRun> restored = new ArrayList<>();

	boolean syncing;

	SnapshotWorkshop(BucketInFolder bucket) {
		this.bucket = bucket;
		this.store = new S3SnapshotStore(bucket, "mokuroku-snapshots", 1_000);
		this.snapshots = new Snapshots(this.store);
		this.export = new WriteExport(this.store, this.store, 2);
	}

	/** Entries with episodes, shadows and proposals, reviews and copied pictures. */
	void populate(int count) {
		AnimeStore entries = this.stores.anime();
		EntryParts parts = this.stores.parts();
		for (int i = 1; i <= count; i++) {
			AnimeEntry draft = Entries.aDraft("Title " + i, "MYANIMELIST#" + i, "ANIDB#" + (1_000 + i));
			entries.add(List.of(draft));
			parts.putEpisodes(episodes(draft, (i == 7) ? 300 : 1 + i % 5, "first"));
			if (i % 2 == 0) {
				parts.putDatasetShadow(draft);
				AnimeEntry next = draft.with((change) -> {
					change.synopsis = "A story about stars, 星の手紙.\nIn two lines.";
					change.revision = change.revision.next(NOW.minus(Duration.ofDays(1)), null);
				});
				entries.save(next, draft, null);
			}
			if (i % 3 == 0) {
				parts.putProposal(draft);
			}
			put("reviews",
					Map.of("task_id", text("task-" + i), "task_state", text("OPEN"), "place", text("1"), "revision",
							AttributeValue.fromN("2"), "reasons", AttributeValue.fromSs(List.of("SAMPLE", "POPULAR")),
							"detail", AttributeValue.fromM(Map.of("open", AttributeValue.fromBool(true), "nothing",
									AttributeValue.fromNul(true), "list", AttributeValue.fromL(List.of(text("a")))))));
			put("review-audit", Map.of("anime_id", text("anime-" + i), "line", text("1"), "body", text("{}")));
			put("image-dedup", Map.of("image_key", text("key-" + i), "stored_key", text("images/" + i)));
		}
	}

	static List<Episode> episodes(AnimeEntry entry, int count, String title) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> new Episode(entry.id(), EpisodeNumber.regular(number), title, null, null, null, 1440,
					null, Episode.State.COMPLETE))
			.toList();
	}

	void put(String table, Map<String, AttributeValue> item) {
		this.engines.dynamo().putItem((put) -> put.tableName(table).item(item));
	}

	static AttributeValue text(String value) {
		return AttributeValue.fromS(value);
	}

	/** Every item of the tables that are truth, by table and keys. */
	Map<String, String> everything() {
		Map<String, String> all = new TreeMap<>();
		for (TruthTable table : TruthTable.values()) {
			this.items.scan(table, 0, 1, (item) -> all.put(item.toString(), item.line()));
		}
		return all;
	}

	SnapshotSettings settings(int keepWeekly) {
		return new SnapshotSettings("mokuroku-snapshots", 4, 4, DataSize.ofBytes(500), DataSize.ofMegabytes(5),
				Duration.ofMillis(150), Duration.ofMinutes(1), 1, Duration.ZERO,
				new SnapshotSettings.Schedule("off", "group", "arn:role", keepWeekly, 12, Duration.ofDays(30)));
	}

	Manifest take(String id) throws Exception {
		return take(id, this.items, InstantSource.system());
	}

	Manifest take(String id, TruthItems from, InstantSource clock) throws Exception {
		TakeSnapshot take = new TakeSnapshot(from, this.store, this.snapshots, () -> Optional.of("2026-46"),
				(manifest) -> {
				}, clock, settings(8));
		take.work(SnapshotRun.accepted(id, "request", Cause.ON_DEMAND, clock.instant()), (run) -> {
		});
		return this.snapshots.get(id);
	}

	RestoreRun restore(String id, RestoreMode mode) throws Exception {
		return restore(run(id, mode, false), this.items, new AtomicReference<>());
	}

	RestoreRun compare(String id) throws Exception {
		return restore(run(id, RestoreMode.NEWER_WINS, true), this.items, new AtomicReference<>());
	}

	RestoreRun restore(RestoreRun run, TruthItems into, AtomicReference<RestoreRun> reached) throws Exception {
		reached.set(run);
		return new RestoreSnapshot(into, this.store, this.snapshots, () -> this.syncing, this.restored::add,
				InstantSource.system(), 2)
			.work(run, reached::set);
	}

	static RestoreRun run(String id, RestoreMode mode, boolean verifyOnly) {
		return RestoreRun.accepted("restore", "request", new RestoreRun.Order(id, mode, verifyOnly, false), NOW);
	}

	/** Changes a snapshot's manifest as text. */
	void editManifest(String id, String from, String to) {
		String key = Snapshots.folder(id) + "manifest.json";
		String json = new String(this.store.find(key).orElseThrow(), StandardCharsets.UTF_8);
		this.store.put(key, json.replace(from, to).getBytes(StandardCharsets.UTF_8));
	}

	/** What differs between two states of the tables. */
	static Map<String, String> difference(Map<String, String> one, Map<String, String> other) {
		Map<String, String> differing = new HashMap<>(one);
		other.forEach((key, value) -> differing.merge(key, value, (a, b) -> a.equals(b) ? "" : a + " / " + b));
		differing.values().removeIf(String::isEmpty);
		return differing;
	}

}
