package io.mokuroku.local.states;

import java.time.Instant;
import java.util.List;

/**
 * Acts on the outside as the written facts of an execution ask for: sends, sets the
 * alarm, files what has ended.
 */
final class Effects {

	private final KnownExecutions known;

	private final TaskSends sends;

	private final Workers workers;

	private final Alarms alarms;

	Effects(KnownExecutions known, TaskSends sends, Workers workers, Alarms alarms) {
		this.known = known;
		this.sends = sends;
		this.workers = workers;
		this.alarms = alarms;
	}

	/**
	 * Does what is to be done.
	 * @param strands the strands that may have a message to send
	 * @param turns what goes on with the execution afterwards
	 */
	void act(RunningExecution running, List<Strand> strands, Turns turns) {
		running.lock().lock();
		try {
			Execution execution = running.execution();
			for (Strand strand : strands) {
				if (execution.isAlive(strand) && strand.pending() instanceof Pending.Answer task && !task.sent()) {
					this.sends.begin(running, task, turns);
				}
			}
			running.setAlarm(execution.nextDue()
				.map((due) -> this.alarms.set(due, () -> this.workers.submit(() -> turns.wake(running))))
				.orElse(null));
			if (execution.isFinished() && !this.known.end(running)) {
				takeUpAt(turns.now().plus(Turns.AFTER_DISK_FAILURE), running, turns);
			}
		}
		finally {
			running.lock().unlock();
		}
	}

	/** Takes an execution up anew at a later moment. */
	void takeUpAt(Instant due, RunningExecution running, Turns turns) {
		running.setAlarm(this.alarms.set(due, () -> this.workers.submit(() -> turns.takeUp(running))));
	}

}
