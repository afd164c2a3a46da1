package io.mokuroku.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;

/**
 * Lets many callers share one commit: changes that arrive within a short time are written
 * together by one thread, and each caller waits until its own are safe. That thread
 * sleeps while there is nothing to do.
 */
final class GroupCommit implements AutoCloseable {

	private final BlockingQueue<Submission> waiting = new LinkedBlockingQueue<>();

	private final Writing writing;

	private final Duration linger;

	private final int mostPerCommit;

	private final Thread writer;

	private volatile boolean closed;

	/**
	 * Starts the writing thread. If a group fails, each caller's changes are tried alone,
	 * so that one cannot fail the others.
	 * @param writing writes changes durably, all or none
	 * @param linger how long to wait for company after the first change
	 * @param mostPerCommit with this many changes it waits no longer
	 */
	GroupCommit(Writing writing, Duration linger, int mostPerCommit) {
		this.writing = writing;
		this.linger = linger;
		this.mostPerCommit = mostPerCommit;
		this.writer = Thread.ofPlatform().daemon().name("index-writer").start(this::run);
	}

	/**
	 * Hands changes over and waits until they are committed.
	 * @throws RetryableFailure if they were not
	 */
	void submit(List<IndexChange> changes) {
		if (changes.isEmpty()) {
			return;
		}
		Submission submission = new Submission(List.copyOf(changes), new CompletableFuture<>());
		this.waiting.add(submission);
		if (!this.writer.isAlive()) {
			refuseWaiting();
		}
		try {
			submission.done().join();
		}
		catch (CompletionException ex) {
			throw new RetryableFailure("The search index did not take the changes", ex.getCause());
		}
	}

	/** How many callers wait for the thread to take their changes. */
	int waiting() {
		return this.waiting.size();
	}

	boolean isRunning() {
		return this.writer.isAlive();
	}

	/** Writes what was handed over, then stops. */
	@Override
	public void close() {
		this.closed = true;
		this.waiting.add(new Submission(List.of(), new CompletableFuture<>()));
		try {
			this.writer.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		refuseWaiting();
	}

	private void run() {
		try {
			while (!this.closed || !this.waiting.isEmpty()) {
				writeTogether(gather());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<Submission> gather() throws InterruptedException {
		List<Submission> group = new ArrayList<>();
		Submission next = this.waiting.take();
		long until = System.nanoTime() + this.linger.toNanos();
		int size = 0;
		while (next != null) {
			group.add(next);
			size += next.changes().size();
			next = (size < this.mostPerCommit && !this.closed)
					? this.waiting.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
		}
		return group;
	}

	private void writeTogether(List<Submission> group) {
		Throwable failure = failureOf(group);
		if (failure == null) {
			group.forEach((submission) -> submission.done().complete(null));
		}
		else if (group.size() == 1) {
			group.getFirst().done().completeExceptionally(failure);
		}
		else {
			group.forEach((submission) -> writeTogether(List.of(submission)));
		}
	}

	private @Nullable Throwable failureOf(List<Submission> group) {
		try {
			this.writing.write(group.stream().flatMap((submission) -> submission.changes().stream()).toList());
			return null;
		}
		catch (IOException | RuntimeException | Error ex) {
			return ex;
		}
	}

	private void refuseWaiting() {
		for (Submission left = this.waiting.poll(); left != null; left = this.waiting.poll()) {
			left.done().completeExceptionally(new IllegalStateException("The search index is closed"));
		}
	}

	/** Writes changes so that they survive a crash and are seen by searches. */
	@FunctionalInterface
	interface Writing {

		void write(List<IndexChange> changes) throws IOException;

	}

	private record Submission(List<IndexChange> changes, CompletableFuture<@Nullable Void> done) {
	}

}
