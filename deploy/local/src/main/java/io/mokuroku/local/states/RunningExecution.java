package io.mokuroku.local.states;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * An execution that has not ended, with what the outside holds of it. Everything here is
 * guarded by its lock.
 */
final class RunningExecution {

	private final Path journal;

	private final ReentrantLock lock = new ReentrantLock();

	private final Map<Long, CompletableFuture<Void>> sending = new HashMap<>();

	private Execution execution;

	private Alarms.@Nullable Alarm alarm;

	private boolean stale;

	RunningExecution(Path journal, Execution execution) {
		this.journal = journal;
		this.execution = execution;
	}

	String key() {
		return Tokens.key(this.execution.header().arn());
	}

	Path journal() {
		return this.journal;
	}

	ReentrantLock lock() {
		return this.lock;
	}

	Execution execution() {
		return this.execution;
	}

	void reloaded(Execution fresh) {
		this.execution = fresh;
		this.stale = false;
	}

	/** Whether the journal lacks what the execution in memory did last. */
	boolean isStale() {
		return this.stale;
	}

	void setStale() {
		this.stale = true;
	}

	/** The sends under way, by the id of the event that scheduled the task. */
	Map<Long, CompletableFuture<Void>> sending() {
		return this.sending;
	}

	void setAlarm(Alarms.@Nullable Alarm next) {
		if (this.alarm != null) {
			this.alarm.cancel();
		}
		this.alarm = next;
	}

}
