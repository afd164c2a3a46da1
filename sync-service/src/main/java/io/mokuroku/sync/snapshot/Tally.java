package io.mokuroku.sync.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.job.Jobs;

/**
 * Counts what several threads do for a snapshot and reports it every few seconds.
 */
final class Tally {

	private static final Duration EVERY = Duration.ofSeconds(2);

	private final Jobs.Progress<SnapshotRun> progress;

	private final InstantSource clock;

	private SnapshotRun run;

	private Instant reported;

	private long items;

	private long amended;

	private long files;

	private long bytes;

	Tally(SnapshotRun run, Jobs.Progress<SnapshotRun> progress, InstantSource clock) {
		this.run = run;
		this.progress = progress;
		this.clock = clock;
		this.reported = clock.instant();
	}

	/**
	 * Items were read.
	 * @throws IllegalStateException if the thread was asked to stop
	 */
	synchronized void read(int count) {
		this.items += count;
		if (Thread.currentThread().isInterrupted()) {
			throw new IllegalStateException("Interrupted");
		}
		Instant now = this.clock.instant();
		if (now.isAfter(this.reported.plus(EVERY))) {
			this.reported = now;
			this.progress.reached(run());
		}
	}

	synchronized void amended(int count) {
		this.amended += count;
	}

	synchronized void written(List<SnapshotFile> more) {
		this.files += more.size();
		more.forEach((file) -> this.bytes += file.bytes());
	}

	/** The run with what was counted. */
	synchronized SnapshotRun run() {
		this.run = this.run.progressed(new SnapshotRun.Counts(this.items, this.amended, this.files, this.bytes),
				this.clock.instant());
		return this.run;
	}

}
