package io.mokuroku.sync.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One worker's hold on one run while it works. It is renewed in passing; a worker that
 * could not renew it in time stops, because another may have gone on.
 */
final class Lease {

	private final Turn turn;

	private final String runId;

	private final String worker;

	private final Duration length;

	private final InstantSource clock;

	private Turn.Hold hold;

	Lease(Turn turn, String runId, String worker, Duration length, InstantSource clock) {
		this.turn = turn;
		this.runId = runId;
		this.worker = worker;
		this.length = length;
		this.clock = clock;
		this.hold = turn.take(runId, worker, clock.instant(), length);
	}

	String worker() {
		return this.worker;
	}

	/** Whether this worker may go on. */
	synchronized boolean mine() {
		return this.hold.mine() && this.clock.instant().isBefore(this.hold.until());
	}

	/** Whether somebody asked the run to stop, as of the last renewal. */
	synchronized boolean cancelled() {
		return this.hold.cancelled();
	}

	/** Renews the hold once a third of it is over. */
	synchronized void renew() {
		Instant now = this.clock.instant();
		if (this.hold.mine() && now.isAfter(this.hold.until().minus(this.length.multipliedBy(2).dividedBy(3)))) {
			this.hold = this.turn.take(this.runId, this.worker, now, this.length);
		}
	}

	/** Looks at once whether somebody asked the run to stop. */
	synchronized boolean cancelledByNow() {
		if (this.hold.mine()) {
			this.hold = this.turn.take(this.runId, this.worker, this.clock.instant(), this.length);
		}
		return this.hold.cancelled();
	}

	/**
	 * Fails unless this worker may go on.
	 * @throws Lost if it may not
	 */
	void check() {
		if (!mine()) {
			throw new Lost(this.runId);
		}
	}

	void release() {
		this.turn.release(this.runId, this.worker);
	}

	/** Another worker may have the run. */
	static final class Lost extends RuntimeException {

		Lost(String runId) {
			super("Run " + runId + " may be somebody else's by now");
		}

	}

}
