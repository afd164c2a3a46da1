package io.mokuroku.job;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import io.mokuroku.message.RetryableFailure;

import org.springframework.context.SmartLifecycle;

/**
 * Asking for runs of one kind and looking at them. They are done one at a time over all
 * instances, and none while another kind has its turn. A run that was interrupted is
 * taken up again, by this instance or another.
 *
 * @param <R> the kind of run
 */
public final class RunQueue<R extends Run<R>> implements SmartLifecycle {

	/** Longer ones are asked for by strangers only, and a database refuses them. */
	private static final int LONGEST_ID = 200;

	private static final DateTimeFormatter RUN_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int RECENT = 20;

	private static final int MOST_ROUNDS = 5;

	private final RunTable<R> runs;

	private final RunWorker<R> worker;

	private final InstantSource clock;

	private final RandomGenerator random;

	RunQueue(RunTable<R> runs, RunWorker<R> worker, InstantSource clock, RandomGenerator random) {
		this.runs = runs;
		this.worker = worker;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Asks for a run. While one is under way, on whatever instance, that one is the
	 * answer.
	 * @param requestId the same request asked twice is one run
	 * @param accept makes a run of its id and the time
	 * @throws RetryableFailure if the table of jobs does not answer
	 */
	public R request(String requestId, BiFunction<String, Instant, R> accept) {
		return request(requestId, accept, (run) -> !run.state().ended());
	}

	/**
	 * Asks for a run that begins after this call. One that waits to begin is the answer;
	 * one that has begun is not, because it may have passed by what this one is for.
	 * @param requestId the same request asked twice is one run
	 * @param accept makes a run of its id and the time
	 * @throws RetryableFailure if the table of jobs does not answer
	 */
	public R requestAfresh(String requestId, BiFunction<String, Instant, R> accept) {
		return request(requestId, accept, (run) -> run.state() == RunState.ACCEPTED);
	}

	private R request(String requestId, BiFunction<String, Instant, R> accept, Predicate<R> serves) {
		for (int round = 0; round < MOST_ROUNDS; round++) {
			Turn.Standing seen = this.runs.turn().look();
			Optional<R> answer = this.runs.latest(RECENT)
				.stream()
				.filter((run) -> run.requestId().equals(requestId))
				.findFirst()
				.or(() -> this.runs.open(seen).stream().flatMap((id) -> find(id).stream()).filter(serves).findFirst());
			if (answer.isPresent()) {
				return answer.get();
			}
			Instant now = this.clock.instant();
			R run = accept.apply(RUN_TIME.format(now) + "-" + HexFormat.of().toHexDigits(this.random.nextInt()), now);
			if (this.runs.begin(run, seen)) {
				this.worker.wake();
				return run;
			}
		}
		throw new RetryableFailure("Runs keep beginning and ending", null);
	}

	/** A run as it stands. */
	public Optional<R> find(String id) {
		return isId(id) ? this.runs.find(id) : Optional.empty();
	}

	/** The latest runs, the newest first. */
	public List<R> latest(int most) {
		return this.runs.latest(most);
	}

	/**
	 * Whether a run has not ended, on this instance or another.
	 * @throws RetryableFailure if the table of jobs does not answer
	 */
	public boolean underWay() {
		return !this.runs.open(this.runs.turn().look()).isEmpty();
	}

	/**
	 * Asks for a run to be stopped where its work comes to a place to stop at; what is
	 * done stays.
	 * @return the run, which ends a little later; empty if there is none
	 */
	public Optional<R> cancel(String id) {
		if (isId(id)) {
			this.runs.stop(id);
			this.worker.wake();
		}
		return find(id);
	}

	private static boolean isId(String id) {
		return id.length() <= LONGEST_ID;
	}

	/**
	 * Works on the oldest run that has not ended, if there is one and nobody else does.
	 * For callers that look after runs themselves; otherwise this happens by itself once
	 * the queue is started.
	 * @return whether there was one
	 * @throws RetryableFailure if the run cannot go on now
	 */
	public boolean workOnce() throws InterruptedException {
		return this.worker.workOnce();
	}

	@Override
	public void start() {
		this.worker.start();
	}

	@Override
	public void stop() {
		this.worker.stop();
	}

	@Override
	public boolean isRunning() {
		return this.worker.isRunning();
	}

}
