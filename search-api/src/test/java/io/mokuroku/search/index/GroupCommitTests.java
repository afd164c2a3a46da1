package io.mokuroku.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@Timeout(20)
final class GroupCommitTests {

	private final List<List<IndexChange>> written = new CopyOnWriteArrayList<>();

	private final Semaphore disk = new Semaphore(1_000);

	private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

	private GroupCommit commits = commits(1_000);

	@AfterEach
	void closeAll() {
		this.disk.release(1_000);
		this.commits.close();
		this.callers.close();
	}

	@Test
	void returnsOnceTheChangesAreWritten() {
		this.commits.submit(List.of(change(1), change(2)));
		assertThat(this.written).containsExactly(List.of(change(1), change(2)));
	}

	@Test
	void doesNotReturnBefore() {
		this.disk.drainPermits();
		CompletableFuture<?> caller = submitting(change(1));
		await().during(Duration.ofMillis(100)).until(() -> !caller.isDone() && this.written.isEmpty());
		this.disk.release();
		caller.join();
		assertThat(this.written).hasSize(1);
	}

	@Test
	void writesTogetherWhatWaitsTogether() {
		CompletableFuture<?> first = occupyingTheDisk();
		List<CompletableFuture<?>> others = waiting(20);
		this.disk.release(2);
		first.join();
		others.forEach(CompletableFuture::join);
		assertThat(this.written).hasSize(2);
		assertThat(this.written.getLast()).hasSize(20);
	}

	@Test
	void keepsTheOrderOfOneCaller() {
		for (int i = 0; i < 50; i++) {
			this.commits.submit(List.of(change(i)));
		}
		assertThat(this.written.stream().flatMap(List::stream)).extracting(IndexChange::id)
			.isEqualTo(IntStream.range(0, 50).mapToObj(GroupCommitTests::id).toList());
	}

	@Test
	void waitsForNoMoreThanACommitMayHold() {
		this.commits.close();
		this.commits = commits(3);
		CompletableFuture<?> first = occupyingTheDisk();
		List<CompletableFuture<?>> others = waiting(6);
		this.disk.release(1_000);
		first.join();
		others.forEach(CompletableFuture::join);
		assertThat(this.written).allSatisfy((group) -> assertThat(group).hasSizeLessThanOrEqualTo(3)).hasSize(3);
	}

	@Test
	void failsNobodyForTheChangesOfAnother() {
		CompletableFuture<?> first = occupyingTheDisk();
		CompletableFuture<?> good = submitting(change(1));
		CompletableFuture<?> bad = submitting(change(666));
		CompletableFuture<?> alsoGood = submitting(change(2));
		await().until(() -> this.commits.waiting() == 3);
		this.disk.release(1_000);
		first.join();
		good.join();
		alsoGood.join();
		assertThat(bad.handle((_, failure) -> failure).join()).hasRootCauseMessage("disk full");
		assertThat(this.written.stream().flatMap(List::stream)).contains(change(1), change(2))
			.doesNotContain(change(666));
	}

	@Test
	void saysThatTryingAgainMayHelp() {
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.commits.submit(List.of(change(666))))
			.withCauseInstanceOf(IOException.class);
		this.commits.submit(List.of(change(1)));
		assertThat(this.written).hasSize(1);
	}

	@Test
	void goesOnAfterAnErrorAndLeavesNobodyWaiting() {
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.commits.submit(List.of(change(667))))
			.withCauseInstanceOf(StackOverflowError.class);
		assertThat(this.commits.isRunning()).isTrue();
		this.commits.submit(List.of(change(1)));
		assertThat(this.written).hasSize(1);
	}

	@Test
	void hasNothingToDoForNoChanges() {
		this.disk.drainPermits();
		this.commits.submit(List.of());
		assertThat(this.written).isEmpty();
	}

	@Test
	void writesWhatWasHandedOverBeforeItCloses() {
		CompletableFuture<?> first = occupyingTheDisk();
		CompletableFuture<?> second = waiting(1).getFirst();
		CompletableFuture<?> closing = CompletableFuture.runAsync(this.commits::close, this.callers);
		this.disk.release(1_000);
		CompletableFuture.allOf(first, second, closing).join();
		assertThat(this.written.stream().flatMap(List::stream)).contains(change(0), change(1));
		assertThat(this.commits.isRunning()).isFalse();
	}

	@Test
	void writesWhatWasHandedOverThoughMoreComesWhileItCloses() {
		CompletableFuture<?> first = occupyingTheDisk();
		CompletableFuture<?> second = waiting(1).getFirst();
		CompletableFuture<?> closing = CompletableFuture.runAsync(this.commits::close, this.callers);
		await().until(() -> this.commits.waiting() == 2);
		CompletableFuture<?> late = submitting(change(2));
		await().until(() -> this.commits.waiting() == 3);
		this.disk.release(1_000);
		CompletableFuture.allOf(first, second, late, closing).join();
		assertThat(this.written.stream().flatMap(List::stream)).containsExactly(change(0), change(1), change(2));
	}

	@Test
	void takesNothingOnceItIsClosed() {
		this.commits.close();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.commits.submit(List.of(change(1))));
		assertThat(this.written).isEmpty();
	}

	private GroupCommit commits(int most) {
		return new GroupCommit(this::write, Duration.ZERO, most);
	}

	private void write(List<IndexChange> changes) throws IOException {
		this.disk.acquireUninterruptibly();
		if (changes.contains(change(666))) {
			throw new IOException("disk full");
		}
		if (changes.contains(change(667))) {
			throw new StackOverflowError("as deep as it goes");
		}
		if (!changes.isEmpty()) {
			this.written.add(changes);
		}
	}

	/** A caller whose change the disk is busy with, so that whoever comes next waits. */
	private CompletableFuture<?> occupyingTheDisk() {
		this.disk.drainPermits();
		CompletableFuture<?> first = submitting(change(0));
		await().until(this.disk::hasQueuedThreads);
		return first;
	}

	/** Callers that wait while the disk is busy with another. */
	private List<CompletableFuture<?>> waiting(int callers) {
		List<CompletableFuture<?>> waiting = new ArrayList<>();
		for (int i = 1; i <= callers; i++) {
			waiting.add(submitting(change(i)));
		}
		await().until(() -> this.commits.waiting() == callers);
		return waiting;
	}

	private CompletableFuture<?> submitting(IndexChange change) {
		return CompletableFuture.runAsync(() -> this.commits.submit(List.of(change)), this.callers);
	}

	private static IndexChange change(int number) {
		return new IndexChange.Forget(id(number));
	}

	private static AnimeId id(int number) {
		return AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#" + (number + 1)));
	}

}
