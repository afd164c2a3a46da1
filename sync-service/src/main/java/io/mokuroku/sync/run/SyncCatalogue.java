package io.mokuroku.sync.run;

import java.util.List;
import java.util.Optional;

import io.mokuroku.job.RunQueue;
import io.mokuroku.message.RetryableFailure;

/**
 * Asking for runs and looking at them. While a run is under way, it is the answer to
 * every other request, on every instance.
 */
public final class SyncCatalogue {

	private final RunQueue<SyncRun> runs;

	SyncCatalogue(RunQueue<SyncRun> runs) {
		this.runs = runs;
	}

	/**
	 * Asks for a run. The same request is the same run; while one is under way, that one
	 * is the answer.
	 * @throws RetryableFailure if the store does not answer
	 */
	public SyncRun request(SyncRun.Order order) {
		return this.runs.request(order.requestId(), (id, now) -> SyncRun.accepted(id, order, now));
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
		return this.runs.underWay();
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
		return this.runs.cancel(id);
	}

}
