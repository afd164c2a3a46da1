package io.mokuroku.job;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Does runs of one kind, one at a time, and none while another kind has its turn. A run
 * that was interrupted is taken up again when the service starts; one that fails is
 * repeated a few times.
 *
 * @param <R> the kind of run
 */
public final class RunQueue<R extends Run<R>> implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RunQueue.class);

	private static final DateTimeFormatter RUN_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int RECENT = 20;

	private final String name;

	private final JobRuns<R> runs;

	private final Work<R> work;

	private final Turns turns;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final ReentrantLock monitor = new ReentrantLock();

	private final Condition woken = this.monitor.newCondition();

	private volatile @Nullable R current;

	private volatile @Nullable Thread worker;

	/**
	 * A queue that is empty but for what stands in the table of jobs.
	 * @param name the kind of run, for logs
	 * @param turns shared by the kinds of run that exclude each other
	 */
	RunQueue(String name, JobRuns<R> runs, Work<R> work, Turns turns, InstantSource clock, RandomGenerator random) {
		this.name = name;
		this.runs = runs;
		this.work = work;
		this.turns = turns;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Asks for a run. While one is under way, that one is the answer.
	 * @param requestId the same request asked twice is one run
	 * @param accept makes a run of its id and the time
	 */
	public R request(String requestId, BiFunction<String, Instant, R> accept) {
		return request(requestId, accept, (run) -> !run.state().ended());
	}

	/**
	 * Asks for a run that begins after this call. One that waits to begin is the answer;
	 * one that has begun is not, because it may have passed by what this one is for.
	 * @param requestId the same request asked twice is one run
	 * @param accept makes a run of its id and the time
	 */
	public R requestAfresh(String requestId, BiFunction<String, Instant, R> accept) {
		return request(requestId, accept, (run) -> run.state() == RunState.ACCEPTED);
	}

	private R request(String requestId, BiFunction<String, Instant, R> accept, Predicate<R> serves) {
		this.monitor.lock();
		try {
			for (R run : this.runs.latest(RECENT)) {
				if (serves.test(run) || run.requestId().equals(requestId)) {
					return run;
				}
			}
			Instant now = this.clock.instant();
			R run = accept.apply(RUN_TIME.format(now) + "-" + HexFormat.of().toHexDigits(this.random.nextInt()), now);
			this.runs.put(run);
			this.woken.signalAll();
			return run;
		}
		finally {
			this.monitor.unlock();
		}
	}

	/** A run as it stands. */
	public Optional<R> find(String id) {
		R live = this.current;
		return (live != null && live.id().equals(id)) ? Optional.of(live) : this.runs.find(id);
	}

	/** The latest runs, the newest first. */
	public List<R> latest(int most) {
		return this.runs.latest(most);
	}

	@Override
	public void start() {
		Thread started = Thread.ofPlatform().name(this.name).unstarted(this::workOn);
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

	private void workOn() {
		int failures = 0;
		while (Thread.currentThread() == this.worker) {
			try {
				Thread.sleep((failures > 0) ? this.turns.pause() : Duration.ZERO);
				failures = attempt(awaitRun(), failures) ? 0 : failures + 1;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("{} cannot be looked after failure={}", this.name, ex.toString());
				failures++;
			}
		}
	}

	private R awaitRun() throws InterruptedException {
		this.monitor.lock();
		try {
			Optional<R> next = unfinished();
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

	/** The one that has waited longest. */
	private Optional<R> unfinished() {
		return this.runs.latest(RECENT).reversed().stream().filter((run) -> !run.state().ended()).findFirst();
	}

	private boolean attempt(R accepted, int failuresBefore) throws InterruptedException {
		this.turns.one().acquire();
		try {
			R run = accepted.in(RunState.RUNNING, null, this.clock.instant());
			progress(run);
			logger.info("{} started run={}", this.name, run.id());
			end(this.work.work(run, this::progress), RunState.SUCCEEDED, null);
			return true;
		}
		catch (GivenUp ex) {
			end(latestOf(accepted), RunState.FAILED, reason(ex));
			return true;
		}
		catch (RuntimeException ex) {
			if (Thread.currentThread() != this.worker || Thread.interrupted()) {
				throw new InterruptedException();
			}
			boolean last = failuresBefore + 1 >= this.turns.attempts();
			logger.warn("{} interrupted run={} again={}", this.name, accepted.id(), !last, ex);
			if (last) {
				end(latestOf(accepted), RunState.FAILED, reason(ex));
			}
			return last;
		}
		finally {
			this.turns.one().release();
		}
	}

	private R latestOf(R accepted) {
		return find(accepted.id()).orElse(accepted);
	}

	private void progress(R run) {
		this.runs.put(run);
		this.current = run;
	}

	private void end(R run, RunState state, @Nullable String error) {
		R ended = run.in(state, error, this.clock.instant());
		progress(ended);
		logger.info("{} ended run={} state={} error={}", this.name, run.id(), state, error);
	}

	private static String reason(Exception ex) {
		return Objects.requireNonNullElse(ex.getMessage(), ex.toString());
	}

	/**
	 * What runs exclude each other by, and how patient they are.
	 *
	 * @param one held while a run is under way
	 * @param attempts how often a run that fails is begun, from 1
	 * @param pause how long to wait before it is begun again
	 */
	public record Turns(Semaphore one, int attempts, Duration pause) {

		/** One run at a time. */
		public static Turns of(int attempts, Duration pause) {
			return new Turns(new Semaphore(1), attempts, pause);
		}

	}

	/**
	 * What a run does.
	 *
	 * @param <R> the kind of run
	 */
	@FunctionalInterface
	public interface Work<R extends Run<R>> {

		/**
		 * Does a run, or the rest of it.
		 * @param progress is told now and then how far it has come
		 * @return the run at its end
		 * @throws GivenUp if it cannot be done at all
		 */
		R work(R run, Consumer<R> progress) throws GivenUp, InterruptedException;

	}

}
