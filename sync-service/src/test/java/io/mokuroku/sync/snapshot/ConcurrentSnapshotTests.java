package io.mokuroku.sync.snapshot;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.catalogue.store.TruthItems;
import io.mokuroku.catalogue.store.TruthTable;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A snapshot is taken while entries are committed all the time. What it holds of each
 * must be a state that was committed, whole.
 */
class ConcurrentSnapshotTests {

	private static final String ID = "20261129T030000.000Z-00000003";

	private static final int ENTRIES = 60;

	private static final int WRITERS = 2;

	@TempDir
	Path folder;

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.system());

	private final AnimeStore entries = this.stores.anime();

	private final EntryParts parts = this.stores.parts();

	private final SourceLinks links = Stores.links(LocalEngines.start().dynamo());

	/** Every state that was committed, as {@code id version}. */
	private final Set<String> committed = ConcurrentHashMap.newKeySet();

	@Test
	void holdsEveryEntryInAStateThatWasCommitted() throws Exception {
		SnapshotWorkshop workshop = new SnapshotWorkshop(new BucketInFolder(this.folder));
		workshop.engines.reset();
		List<AnimeId> ids = IntStream.range(0, ENTRIES).mapToObj(this::add).toList();
		AtomicBoolean writing = new AtomicBoolean(true);
		AtomicInteger seed = new AtomicInteger();
		Manifest manifest;
		try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
			List<Future<?>> writers = IntStream.range(0, WRITERS)
				.<Future<?>>mapToObj((i) -> pool.submit(() -> write(ids, seed.incrementAndGet(), writing)))
				.toList();
			manifest = workshop.take(ID, slowly(workshop.items), Instant::now);
			writing.set(false);
			for (Future<?> writer : writers) {
				writer.get();
			}
		}
		assertThat(manifest.amendments()).isNotEmpty();
		workshop.engines.reset();
		workshop.restore(ID, RestoreMode.NEWER_WINS);
		Set<AnimeId> found = new HashSet<>();
		workshop.items.scanEntries(0, 1, (stored) -> found.add(stored.id()));
		assertThat(found).containsAll(ids);
		found.forEach(this::isWhole);
		workshop.items.scan(TruthTable.SOURCE_LINKS, 0, 1,
				(link) -> assertThat(this.entries.find(link.holder()).orElseThrow().sources())
					.contains(SourceLink.ofKey(link.partition())));
	}

	private void isWhole(AnimeId id) {
		AnimeEntry entry = this.entries.find(id).orElseThrow();
		long version = entry.revision().version();
		assertThat(this.committed).contains(id + " " + version);
		assertThat(this.parts.episodes(id)).hasSize(5).extracting(Episode::title).containsOnly("of version " + version);
		assertThat(this.links.findAll(entry.sources())).hasSameSizeAs(entry.sources()).containsValue(id);
	}

	private AnimeId add(int number) {
		AnimeEntry draft = Entries.aDraft("Title " + number, "MYANIMELIST#" + (number + 1))
			.with((change) -> change.revision = Revision.first(Instant.now(), "hash", null));
		this.parts.putEpisodes(SnapshotWorkshop.episodes(draft, 5, "of version 1"));
		this.committed.add(draft.id() + " 1");
		this.entries.add(List.of(draft));
		return draft.id();
	}

	/** Each writer has entries of its own, as the locks of entries see to. */
	private void write(List<AnimeId> ids, int seed, AtomicBoolean writing) {
		SplittableRandom random = new SplittableRandom(seed);
		Map<AnimeId, AnimeEntry> mine = new HashMap<>();
		int more = 0;
		while (writing.get()) {
			AnimeId id = ids.get(random.nextInt(ENTRIES / WRITERS) * WRITERS + seed % WRITERS);
			AnimeEntry before = mine.computeIfAbsent(id, (key) -> this.entries.find(key).orElseThrow());
			int link = 1_000 * seed + more++;
			AnimeEntry after = before.with((change) -> {
				change.revision = change.revision.next(Instant.now(), null);
				if (random.nextInt(10) == 0) {
					change.sources = IntStream.rangeClosed(0, change.sources.size())
						.mapToObj((i) -> (i < before.sources().size()) ? before.sources().get(i)
								: SourceLink.ofKey("ANIDB#" + link))
						.toList();
				}
			});
			this.parts.putEpisodes(SnapshotWorkshop.episodes(after, 5, "of version " + after.revision().version()));
			this.committed.add(id + " " + after.revision().version());
			this.entries.save(after, before, null);
			mine.put(id, after);
			if (random.nextInt(20) == 0) {
				add(10_000 * seed + more);
			}
		}
	}

	/** A scan during which many commits happen: a later share waits for more of them. */
	private TruthItems slowly(TruthItems items) {
		return Faults.before(TruthItems.class, items, (method, arguments) -> {
			if (method.getName().equals("scanEntries")) {
				int enough = this.committed.size() + 10 * (Integer) arguments[0];
				await().atMost(Duration.ofMinutes(1)).until(() -> this.committed.size() >= enough);
			}
			return null;
		});
	}

}
