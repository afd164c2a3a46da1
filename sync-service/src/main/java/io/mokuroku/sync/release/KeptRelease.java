package io.mokuroku.sync.release;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A release of which our own copy is stored, and what became of it.
 *
 * @param release the release
 * @param state what became of it
 * @param census what it holds; absent until it was counted
 * @param failures the gates it did not pass
 * @param answer how the question was answered that led to it; absent if none was asked
 * @param changedAt when it got into its state
 */
record KeptRelease(Release release, State state, @Nullable Census census, List<GateFailure> failures,
		@Nullable Answered answer, Instant changedAt) {

	KeptRelease {
		Objects.requireNonNull(release, "release");
		Objects.requireNonNull(state, "state");
		Objects.requireNonNull(changedAt, "changedAt");
		failures = List.copyOf(failures);
	}

	static KeptRelease fetched(Release release, @Nullable Answered answer, Instant now) {
		return new KeptRelease(release, State.FETCHED, null, List.of(), answer, now);
	}

	KeptRelease applied(Census counted, Instant now) {
		return new KeptRelease(this.release, State.APPLIED, counted, List.of(), this.answer, now);
	}

	KeptRelease quarantined(Census counted, List<GateFailure> reasons, Instant now) {
		return new KeptRelease(this.release, State.QUARANTINED, counted, reasons, this.answer, now);
	}

	/** The same release, found once more. */
	KeptRelease found(Release again, @Nullable Answered newer) {
		return new KeptRelease(again, this.state, this.census, this.failures, (newer != null) ? newer : this.answer,
				this.changedAt);
	}

	/**
	 * A question and the mark of its answer, which together ask "anything else since?".
	 *
	 * @param question the address that was asked
	 * @param etag the mark of its answer
	 */
	record Answered(String question, String etag) {
	}

	/** What became of a release. */
	enum State {

		/** Stored, not applied yet. */
		FETCHED,

		/** Applied to the last record. */
		APPLIED,

		/** Refused by the gates; nothing of it was applied. */
		QUARANTINED

	}

}
