package io.mokuroku.sync.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import io.mokuroku.job.RunState;
import io.mokuroku.sync.diff.Kind;
import io.mokuroku.sync.release.BucketInMemory;
import io.mokuroku.sync.release.LocalReleases;
import io.mokuroku.sync.release.Releases;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However a run is interrupted, the catalogue ends as if it had not been.
 */
class FaultsTests {

	private static final int SEEDS = Integer.getInteger("seeds", 20);

	private static final LocalEngines ENGINES = LocalEngines.start();

	private final DynamoDbClient dynamo = ENGINES.dynamo();

	private final AtomicLong ticks = new AtomicLong(Instant.parse("2026-11-22T10:00:00Z").toEpochMilli());

	private final InstantSource clock = () -> Instant.ofEpochMilli(this.ticks.incrementAndGet());

	private final BucketInMemory bucket = new BucketInMemory();

	private final Releases releases = LocalReleases.in(this.bucket, this.dynamo, this.clock);

	@TempDir
	Path folder;

	@BeforeEach
	void emptyCatalogue() {
		for (String table : List.of("anime", "source-links", "jobs", "outbox", "processing-locks")) {
			this.dynamo.deleteTable((delete) -> delete.tableName(table));
		}
		ENGINES.createTables();
		this.bucket.close();
	}

	@Test
	void everythingHappensBetweenTheReleasesOfTheseTests() throws Exception {
		house().sync(release(SmallReleases.before(), 0));
		SyncRun run = house().sync(release(SmallReleases.after(), 0));
		assertThat(run.counts().changes()).containsKeys(Kind.NEW, Kind.GONE, Kind.MERGED, Kind.SPLIT, Kind.MOVED_LINK,
				Kind.CHANGED, Kind.LINK_SUSPECT);
		long versions = CatalogueDump.versions(house().store);
		SyncRun again = house().sync(release(SmallReleases.after(), 0));
		assertThat(again.counts().planned()).isZero();
		assertThat(CatalogueDump.versions(house().store)).isEqualTo(versions);
	}

	@Test
	void endsTheSameWhereverItIsKilled() throws Exception {
		Map<String, String> expected = uninterrupted();
		for (int seed = 0; seed < SEEDS; seed++) {
			emptyCatalogue();
			Random random = new Random(seed);
			survive(release(SmallReleases.before(), seed), random, 30);
			survive(release(SmallReleases.after(), seed), random, 110);
			assertThat(differences(expected)).as("seed %d", seed).isEmpty();
		}
	}

	@Test
	void endsTheSameThoughTheDatabaseIsThrottledAndTimesOut() throws Exception {
		Map<String, String> expected = uninterrupted();
		for (int seed = 0; seed < 5; seed++) {
			emptyCatalogue();
			Random random = new Random(seed);
			for (List<String> records : List.of(SmallReleases.before(), SmallReleases.after())) {
				SyncRun run = house().ask(release(records, seed), "test");
				while (!house().syncs.find(run.id()).orElseThrow().state().ended()) {
					tryToWork(house(FaultyDynamo.flaky(this.dynamo, random)));
					this.ticks.addAndGet(SyncHouse.LEASE.plus(Duration.ofSeconds(1)).toMillis());
				}
			}
			assertThat(differences(expected)).as("seed %d", seed).isEmpty();
		}
	}

	@Test
	void twoInstancesDoEverythingOnce() throws Exception {
		house().sync(release(SmallReleases.before(), 1));
		SyncHouse one = house();
		SyncHouse other = house();
		Path release = release(SmallReleases.after(), 1);
		try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
			Future<SyncRun> first = pool.submit(() -> one.ask(release, "test"));
			Future<SyncRun> second = pool.submit(() -> other.ask(release, "test"));
			assertThat(first.get().id()).isEqualTo(second.get().id());
			List<Callable<Boolean>> work = List.of(one.runs::workOnce, other.runs::workOnce);
			List<Future<Boolean>> worked = pool.invokeAll(work);
			assertThat(List.of(worked.get(0).get(), worked.get(1).get())).contains(true);
			SyncRun run = one.finish(first.get());
			assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
			assertThat(run.counts().done()).isEqualTo(run.counts().planned());
		}
		long versions = CatalogueDump.versions(one.store);
		emptyCatalogue();
		house().sync(release(SmallReleases.before(), 1));
		house().sync(release(SmallReleases.after(), 1));
		assertThat(CatalogueDump.versions(house().store)).isEqualTo(versions);
	}

	@Test
	void workerThatWasAwayForTooLongStops() throws Exception {
		Map<String, String> expected = uninterrupted();
		emptyCatalogue();
		house().sync(release(SmallReleases.before(), 0));
		SyncRun run = house().ask(release(SmallReleases.after(), 0), "test");
		SyncHouse rival = house();
		SyncHouse sleeper = house(FaultyDynamo.before(this.dynamo, (call) -> {
			if (call == 25) {
				this.ticks.addAndGet(SyncHouse.LEASE.plus(Duration.ofSeconds(1)).toMillis());
				try {
					assertThat(rival.finish(run).state()).isEqualTo(RunState.SUCCEEDED);
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}));
		tryToWork(sleeper);
		assertThat(house().syncs.find(run.id())).map(SyncRun::state).contains(RunState.SUCCEEDED);
		assertThat(differences(expected)).isEmpty();
	}

	@Test
	void endsWithTheReasonWhereItIsRefusedForGood() throws Exception {
		house().sync(release(SmallReleases.before(), 0));
		SyncHouse watcher = house();
		for (Phase phase : List.of(Phase.COMPARING, Phase.APPLYING)) {
			SyncRun run = watcher.ask(release(SmallReleases.after(), 0), "test");
			SyncHouse refused = house(FaultyDynamo.refusingReads(this.dynamo,
					() -> watcher.syncs.find(run.id()).orElseThrow().phase() == phase));
			tryToWork(refused);
			SyncRun ended = watcher.syncs.find(run.id()).orElseThrow();
			assertThat(ended.state()).as("refused while %s", phase).isEqualTo(RunState.FAILED);
			assertThat(ended.error()).contains("the key is odd");
		}
		assertThat(house().sync(release(SmallReleases.after(), 0)).state()).isEqualTo(RunState.SUCCEEDED);
	}

	@Test
	void stopsOnRequestAndKeepsWhatIsApplied() throws Exception {
		SyncRun run = house().ask(release(SmallReleases.before(), 0), "test");
		house().syncs.cancel(run.id());
		assertThat(house().finish(run).state()).isEqualTo(RunState.CANCELLED);
		assertThat(CatalogueDump.entries(house().store)).isEmpty();
		assertThat(house().sync(release(SmallReleases.before(), 0)).state()).isEqualTo(RunState.SUCCEEDED);
	}

	@Test
	void doesNotRunBeforeItsReleaseIsFetched() throws Exception {
		SyncRun run = house().ask(release(SmallReleases.before(), 0), "test");
		this.bucket.failNext(1);
		tryToWork(house());
		assertThat(house().syncs.find(run.id())).map(SyncRun::state).contains(RunState.ACCEPTED);
		assertThat(house().finish(run).state()).isEqualTo(RunState.SUCCEEDED);
	}

	private Map<String, String> uninterrupted() throws Exception {
		emptyCatalogue();
		house().sync(release(SmallReleases.before(), 0));
		house().sync(release(SmallReleases.after(), 0));
		return CatalogueDump.of(house().store, this.dynamo);
	}

	private Set<String> differences(Map<String, String> expected) throws Exception {
		Map<String, String> found = CatalogueDump.of(house().store, this.dynamo);
		Set<String> differences = new TreeSet<>(expected.values());
		differences.removeAll(found.values());
		Set<String> more = new TreeSet<>(found.values());
		more.removeAll(expected.values());
		differences.addAll(more);
		return differences;
	}

	/** Takes a run to its end in several lives. */
	private void survive(Path release, Random random, int calls) throws Exception {
		SyncRun run = house().ask(release, "test");
		for (int life = 0; life < 3; life++) {
			tryToWork(house(FaultyDynamo.dyingAt(this.dynamo, 1 + random.nextInt(calls), random)));
			this.ticks.addAndGet(SyncHouse.LEASE.plus(Duration.ofSeconds(1)).toMillis());
		}
		assertThat(house().finish(run).state()).isEqualTo(RunState.SUCCEEDED);
	}

	private static void tryToWork(SyncHouse house) throws InterruptedException {
		try {
			house.runs.workOnce();
		}
		catch (RuntimeException ex) {
			assertThat(ex).isNotInstanceOf(NullPointerException.class);
		}
	}

	private SyncHouse house() {
		return house(this.dynamo);
	}

	private SyncHouse house(DynamoDbClient client) {
		return new SyncHouse(ENGINES, client, this.bucket, this.releases, this.clock, 0);
	}

	private Path release(List<String> records, long seed) throws Exception {
		return SmallReleases.write(this.folder, records, seed);
	}

}
