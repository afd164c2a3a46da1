package io.mokuroku.sync.run;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

import io.mokuroku.sync.release.Release;
import io.mokuroku.sync.release.ReleaseUnavailable;
import io.mokuroku.sync.release.Releases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Applies releases, one at a time. A run that was interrupted, by whatever, is resumed
 * when the service starts again.
 */
public final class SyncCatalogue implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(SyncCatalogue.class);

	private static final DateTimeFormatter RUN_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int RECENT = 20;

	private final SyncRuns runs;

	private final Releases releases;

	private final ReleaseImport imports;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final ReentrantLock monitor = new ReentrantLock();

	private final Condition woken = this.monitor.newCondition();

	private volatile @Nullable SyncRun current;

	private volatile @Nullable Thread worker;

	SyncCatalogue(SyncRuns runs, Releases releases, ReleaseImport imports, InstantSource clock,
			RandomGenerator random) {
		this.runs = runs;
		this.releases = releases;
		this.imports = imports;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Asks for a run. While one is under way, that one is the answer.
	 * @param source {@code latest}, a file or an address
	 * @param requestId the same request asked twice is one run
	 */
	public SyncRun request(String source, String requestId) {
		this.monitor.lock();
		try {
			for (SyncRun run : this.runs.latest(RECENT)) {
				if (!run.state().ended() || run.requestId().equals(requestId)) {
					return run;
				}
			}
			Instant now = this.clock.instant();
			String id = RUN_TIME.format(now) + "-" + HexFormat.of().toHexDigits(this.random.nextInt());
			SyncRun run = new SyncRun(id, source, requestId, SyncRun.State.ACCEPTED, null, Counts.NONE, now, now, null);
			this.runs.put(run);
			this.woken.signalAll();
			return run;
		}
		finally {
			this.monitor.unlock();
		}
	}

	/** A run as it stands. */
	public Optional<SyncRun> find(String id) {
		SyncRun live = this.current;
		return (live != null && live.id().equals(id)) ? Optional.of(live) : this.runs.find(id);
	}

	/** The latest runs, the newest first. */
	public List<SyncRun> latest(int most) {
		return this.runs.latest(most);
	}

	@Override
	public void start() {
		Thread started = Thread.ofPlatform().name("sync").unstarted(this::work);
		this.worker = started;
		started.start();
	}

	@Override
	public void stop() {
		Thread started = this.worker;
		this.worker = null;
		if (started != null) {
			started.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.worker != null;
	}

	private void work() {
		while (Thread.currentThread() == this.worker) {
			try {
				run(awaitRun());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("run interrupted, will be resumed", ex);
				if (!pause()) {
					return;
				}
			}
		}
	}

	private SyncRun awaitRun() throws InterruptedException {
		this.monitor.lock();
		try {
			Optional<SyncRun> next = unfinished();
			while (next.isEmpty()) {
				this.woken.await();
				next = unfinished();
			}
			return next.get();
		}
		finally {
			this.monitor.unlock();
		}
	}

	private Optional<SyncRun> unfinished() {
		return this.runs.latest(RECENT).stream().filter((run) -> !run.state().ended()).findFirst();
	}

	private void run(SyncRun accepted) throws InterruptedException {
		try {
			SyncRun run = (accepted.state() == SyncRun.State.ACCEPTED) ? fetched(accepted) : accepted;
			Release release = Objects.requireNonNull(run.release());
			logger.info("run started run={} release={} from={}", run.id(), release.name(), run.counts().done());
			try (Releases.Copy copy = this.releases.open(release)) {
				end(this.imports.apply(run, copy.file(), this::progress), SyncRun.State.SUCCEEDED, null);
			}
		}
		catch (ReleaseUnavailable | IOException ex) {
			end(accepted, SyncRun.State.FAILED, Objects.requireNonNullElse(ex.getMessage(), ex.toString()));
		}
	}

	private SyncRun fetched(SyncRun accepted) throws ReleaseUnavailable, IOException {
		Release release = this.releases.take(accepted.source());
		SyncRun run;
		try (Releases.Copy copy = this.releases.open(release)) {
			run = accepted.running(release, this.imports.measure(copy.file()), this.clock.instant());
		}
		progress(run);
		return run;
	}

	private void progress(SyncRun run) {
		this.runs.put(run);
		this.current = run;
	}

	private void end(SyncRun run, SyncRun.State state, @Nullable String error) {
		SyncRun ended = run.ended(state, error, this.clock.instant());
		progress(ended);
		logger.info("run ended run={} state={} counts={} error={}", run.id(), state, ended.counts(), error);
	}

	private boolean pause() {
		try {
			Thread.sleep(2_000);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
