package io.mokuroku.sync.run;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.mokuroku.message.RetryableFailure;

/**
 * Asking for runs and looking at them. While a run is under way, it is the answer to
 * every other request, on every instance.
 */
public final class SyncCatalogue {

	private static final DateTimeFormatter RUN_TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int RECENT = 20;

	private static final int MOST_ROUNDS = 5;

	private final SyncRuns runs;

	private final Turn turn;

	private final Runnable wake;

	private final InstantSource clock;

	private final RandomGenerator random;

	/**
	 * Requests for workers.
	 * @param wake is called when there is something to do
	 */
	SyncCatalogue(SyncRuns runs, Turn turn, Runnable wake, InstantSource clock, RandomGenerator random) {
		this.runs = runs;
		this.turn = turn;
		this.wake = wake;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Asks for a run. The same request is the same run; while one is under way, that one
	 * is the answer.
	 * @throws RetryableFailure if the store does not answer
	 */
	public SyncRun request(SyncRun.Order order) {
		for (int round = 0; round < MOST_ROUNDS; round++) {
			for (SyncRun run : this.runs.latest(RECENT)) {
				if (run.order().requestId().equals(order.requestId())) {
					return run;
				}
			}
			Optional<SyncRun> underWay = this.turn.current().flatMap(this.runs::find);
			if (underWay.isPresent()) {
				return underWay.get();
			}
			Instant now = this.clock.instant();
			String id = RUN_TIME.format(now) + "-" + HexFormat.of().toHexDigits(this.random.nextInt());
			SyncRun run = SyncRun.accepted(id, order, now);
			if (this.runs.begin(run)) {
				this.wake.run();
				return run;
			}
		}
		throw new RetryableFailure("Runs keep beginning and ending", null);
	}

	/** A run as it stands. */
	public Optional<SyncRun> find(String id) {
		return this.runs.find(id);
	}

	/**
	 * Whether a release is being compared or applied, by this instance or another.
	 * @throws RetryableFailure if the store does not answer
	 */
	public boolean underWay() {
		return this.turn.current().isPresent();
	}

	/** The latest runs, the newest first. */
	public List<SyncRun> latest(int most) {
		return this.runs.latest(most);
	}

	/**
	 * Asks for a run to be stopped after the batch under way; what is applied stays.
	 * @return the run, which ends a little later; empty if there is none
	 */
	public Optional<SyncRun> cancel(String id) {
		this.turn.cancel(id);
		this.wake.run();
		return this.runs.find(id);
	}

}
