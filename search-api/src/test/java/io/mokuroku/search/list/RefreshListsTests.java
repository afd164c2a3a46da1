package io.mokuroku.search.list;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryScan;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.job.JobSettings;
import io.mokuroku.job.Jobs;
import io.mokuroku.job.RunQueue;
import io.mokuroku.job.RunState;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.shared.SharedState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists computed from the catalogue, by one instance of several.
 */
class RefreshListsTests {

	private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

	private static final InstantSource CLOCK = InstantSource.fixed(NOW);

	private final LocalEngines engines = LocalEngines.start();

	private final AnimeStore store = Stores.on(this.engines, CLOCK).anime();

	private final EntryScan scan = Stores.scan(this.engines.dynamo());

	private final AtomicInteger computed = new AtomicInteger();

	private final ShownLists shown = new ShownLists(
			new SharedLists(SharedState.none(), Duration.ofDays(7), Duration.ofHours(2)), Duration.ofSeconds(2),
			Runnable::run, CLOCK);

	@BeforeEach
	void emptyTheCatalogue() {
		this.engines.reset();
	}

	@Test
	void listsWhatTheCatalogueHoldsWhateverItsLifecycle() throws Exception {
		AnimeEntry draft = Entries.aDraft("Draft", "MYANIMELIST#1").with(ListRulesTests.members(10L));
		AnimeEntry active = Entries.aDraft("Active", "MYANIMELIST#2").with((change) -> {
			ListRulesTests.members(20L).accept(change);
			change.lifecycle = Lifecycle.ACTIVE;
		});
		this.store.add(List.of(draft, active));
		RunQueue<RefreshRun> queue = instance(1);
		queue.request("a", (id, now) -> RefreshRun.accepted(id, "a", now));
		assertThat(queue.workOnce()).isTrue();
		assertThat(this.shown.find().orElseThrow().generation().list(ListName.POPULAR))
			.extracting((anime) -> anime.attributes().title())
			.containsExactly("Active", "Draft");
		assertThat(queue.latest(1)).first().satisfies((run) -> {
			assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
			assertThat(run.entries()).isEqualTo(2);
		});
	}

	@Test
	void readsMoreEntriesThanFitInOnePage() {
		int many = 230;
		for (int from = 0; from < many; from += 40) {
			List<AnimeEntry> some = new ArrayList<>();
			for (int number = from; number < Math.min(many, from + 40); number++) {
				some.add(Entries.aDraft("Show " + number, "MYANIMELIST#" + (number + 1)));
			}
			this.store.add(some);
		}
		List<String> read = new ArrayList<>();
		this.scan.read(Lifecycle.DRAFT, (some) -> some.forEach((entry) -> read.add(entry.titles().main())));
		assertThat(read).hasSize(many).doesNotHaveDuplicates();
	}

	@Test
	void computesOnceForSeveralInstancesThatWereAskedForTheSame() throws Exception {
		this.store.add(List.of(Entries.aDraft("One", "MYANIMELIST#1")));
		List<RunQueue<RefreshRun>> queues = List.of(instance(1), instance(2), instance(3));
		try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> asked = pool
				.invokeAll(queues.stream().<Callable<String>>map((queue) -> () -> ask(queue)).toList());
			List<String> runs = new ArrayList<>();
			for (Future<String> run : asked) {
				runs.add(run.get());
			}
			assertThat(runs).hasSize(3).allMatch(runs.getFirst()::equals);
			List<Future<Boolean>> worked = pool
				.invokeAll(queues.stream().<Callable<Boolean>>map((queue) -> queue::workOnce).toList());
			int took = 0;
			for (Future<Boolean> one : worked) {
				took += one.get() ? 1 : 0;
			}
			assertThat(took).isEqualTo(1);
		}
		assertThat(this.computed).hasValue(1);
	}

	@Test
	void leavesTheListsThereAreWhenTheCatalogueIsEmpty() throws Exception {
		this.shown.show(ShownListsTests.generation(1, 3));
		RunQueue<RefreshRun> queue = instance(1);
		ask(queue);
		queue.workOnce();
		assertThat(this.shown.find().orElseThrow().generation()).isEqualTo(ShownListsTests.generation(1, 3));
		assertThat(queue.latest(1)).first().extracting(RefreshRun::state).isEqualTo(RunState.SUCCEEDED);
	}

	private String ask(RunQueue<RefreshRun> queue) {
		return queue.request("hourly-1", (id, now) -> RefreshRun.accepted(id, "hourly-1", now)).id();
	}

	private RunQueue<RefreshRun> instance(int seed) {
		Jobs jobs = new Jobs(this.engines.dynamo(), CLOCK, new Random(seed),
				new JobSettings(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(5)));
		// of its own kind, as the services of other tests take what is called like theirs
		return jobs.queue("refresh-of-test", RefreshRun.class, new Jobs.Turns("refresh-of-test", 3, Duration.ZERO),
				new RefreshLists(this::read, this.shown, 500, CLOCK, new Random(seed)));
	}

	private void read(Lifecycle lifecycle, Consumer<List<AnimeEntry>> each) {
		if (lifecycle == Lifecycle.ACTIVE) {
			this.computed.incrementAndGet();
		}
		this.scan.read(lifecycle, each);
	}

}
