package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.RealWorkers;
import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.upstream.AnimeSources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real workers on the real definition and a real database, disturbed in every way: no
 * entry is lost, none is committed twice, no lock and no file stays.
 */
final class RealRunTests {

	private final AtomicReference<InstantSource> time = new AtomicReference<>(InstantSource.system());

	private final Stores stores = Stores.on(LocalEngines.start(), () -> this.time.get().instant());

	private final AnimeEntry entry = Works.aDraft();

	private final Path files;

	private final WholeMachine machine;

	private long announcedBefore;

	private volatile BiConsumer<String, TaskRun> before = (task, run) -> {
	};

	private volatile BiConsumer<String, TaskRun> after = (task, run) -> {
	};

	RealRunTests(@TempDir Path folder) {
		this.files = folder.resolve("work");
		WorkArea area = WorkAreas.in(this.files);
		AnimeSources sources = new AnimeSources(
				List.of(new AiringShow(Provider.MYANIMELIST), new AiringShow(Provider.KITSU)));
		this.machine = new WholeMachine(folder.resolve("states"), (clock) -> {
			this.time.set(clock);
			List<TaskWorker<?>> workers = new ArrayList<>();
			RealWorkers.of(this.stores, area, sources, clock).forEach((worker) -> workers.add(disturbed(worker)));
			return workers;
		}, UnaryOperator.identity());
	}

	private <I> TaskWorker<I> disturbed(TaskWorker<I> worker) {
		return new DisturbedWorker<>(worker, (task, run) -> this.before.accept(task, run),
				(task, run) -> this.after.accept(task, run));
	}

	@BeforeEach
	void aDraft() {
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(this.entry));
		this.announcedBefore = announced();
		this.machine.approve();
	}

	@AfterEach
	void close() {
		this.machine.close();
	}

	@Test
	void turnsADraftIntoAnEntry() {
		assertThat(finish(start(Mode.FULL, "request-1")).output()).contains("\"version\":2");
		AnimeEntry now = entry();
		assertThat(now.lifecycle()).isEqualTo(Lifecycle.ACTIVE);
		assertThat(now.titles().japanese()).isEqualTo("星の手紙");
		assertThat(this.stores.parts().episodes(this.entry.id())).hasSize(2);
		assertNothingIsLeft();
	}

	@Test
	void refreshesAndUpdatesAnEpisodeOfAnEntry() {
		finish(start(Mode.FULL, "request-1"));
		assertThat(finish(start(Mode.EPISODE, "request-2")).output()).contains("COMMITTED");
		assertThat(finish(start(Mode.REFRESH, "request-3")).output()).contains("COMMITTED");
		assertNothingIsLeft();
	}

	@Test
	void outlivesWorkersThatDieOnceTheirWorkIsDoneAndMessagesThatComeTwice() {
		Set<String> died = ConcurrentHashMap.newKeySet();
		this.after = (task, run) -> {
			if (died.add(task)) {
				throw new DisturbedQueues.Death();
			}
		};
		this.machine.queues().deliver((task) -> 2);
		assertThat(finish(start(Mode.FULL, "request-1")).output()).contains("\"version\":2");
		assertThat(died).contains("prepare", "fetch", "assemble", "commit", "release");
		assertThat(entry().revision().version()).isEqualTo(2);
		assertThat(changes()).isEqualTo(1);
		assertNothingIsLeft();
	}

	@Test
	void decidesAnewWhatSomebodyElseChangedMeanwhile() {
		Set<String> changed = ConcurrentHashMap.newKeySet();
		this.before = (task, run) -> {
			if (task.equals("commit") && changed.add(task)) {
				AnimeEntry now = entry();
				this.stores.anime()
					.save(now.with((change) -> change.revision = now.revision().next(this.time.get().instant(), null)),
							now, null);
			}
		};
		assertThat(finish(start(Mode.FULL, "request-1")).output()).contains("COMMITTED");
		assertThat(entry().revision().version()).isEqualTo(3);
		assertNothingIsLeft();
	}

	@Test
	void writesNothingUnderALockThatSomebodyElseTook() {
		this.before = (task, run) -> {
			if (task.equals("commit")) {
				this.stores.locks().find(run.animeId()).ifPresent(this.stores.locks()::release);
				this.stores.locks().tryAcquire(run.animeId(), "somebody else", Duration.ofHours(1));
			}
		};
		DescribeExecutionResponse ended = finish(start(Mode.FULL, "request-1"));
		assertThat(ended.error()).isEqualTo("LockLost");
		assertThat(entry()).isEqualTo(this.entry);
		assertThat(this.stores.locks().find(this.entry.id())).map(Lock::owner).contains("somebody else");
		assertThat(this.files).isEmptyDirectory();
		assertThat(this.machine.queues().deadLetters()).hasSize(1);
	}

	@Test
	void commitsOnceWhenTwoExecutionsRaceForAnEntry() {
		Set<String> raced = ConcurrentHashMap.newKeySet();
		AtomicReference<String> second = new AtomicReference<>("");
		this.before = (task, run) -> {
			if (task.equals("assemble") && raced.add(task)) {
				this.stores.locks().find(run.animeId()).ifPresent(this.stores.locks()::release);
				second.set(start(Mode.FULL, "request-2"));
			}
		};
		DescribeExecutionResponse first = finish(start(Mode.FULL, "request-1"));
		DescribeExecutionResponse other = finish(second.get());
		assertThat(List.of(first.statusAsString(), other.statusAsString())).contains("SUCCEEDED");
		assertThat(entry().revision().version()).isEqualTo(2);
		assertThat(changes()).isEqualTo(1);
		assertNothingIsLeft();
	}

	@Test
	void endsWhenItsFilesAreGone() {
		this.before = (task, run) -> {
			if (task.equals("assemble")) {
				WorkAreas.in(this.files).remove(run.execution());
			}
		};
		assertThat(finish(start(Mode.FULL, "request-1")).error()).isEqualTo("work_area_lost");
		assertThat(entry()).isEqualTo(this.entry);
		assertThat(this.machine.queues().deadLetters()).hasSize(1);
		assertNothingIsLeft();
	}

	private String start(Mode mode, String requestId) {
		Lock lock = this.stores.locks().tryAcquire(this.entry.id(), requestId, Duration.ofHours(24)).orElseThrow();
		EnrichmentRequested request = new EnrichmentRequested(this.entry.id(), mode,
				(mode == Mode.EPISODE) ? EpisodeNumber.regular(2) : null, "because", requestId);
		return this.machine.start(new ExecutionName(this.entry.id(), lock.fencing()).toString(),
				WorkflowJson.MAPPER.writeValueAsString(ExecutionInput.of(request, lock, null)));
	}

	private DescribeExecutionResponse finish(String arn) {
		return this.machine.finish(arn);
	}

	private AnimeEntry entry() {
		return this.stores.anime().find(this.entry.id()).orElseThrow();
	}

	/** How often the entry was announced since it was added. */
	private long changes() {
		return announced() - this.announcedBefore;
	}

	private long announced() {
		return LocalEngines.start()
			.dynamo()
			.scanPaginator((scan) -> scan.tableName("outbox"))
			.items()
			.stream()
			.filter((row) -> row.toString().contains(this.entry.id().toString()))
			.count();
	}

	private void assertNothingIsLeft() {
		assertThat(this.stores.locks().find(this.entry.id())).isEmpty();
		assertThat(this.stores.parts().findProposal(this.entry.id())).isEmpty();
		assertThat(this.files).isEmptyDirectory();
	}

}
