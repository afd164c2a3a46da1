package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which executions there are: those that run, and those that ended not too long ago.
 */
final class KnownExecutions {

	private static final Logger logger = LoggerFactory.getLogger(KnownExecutions.class);

	private final Machines machines;

	private final FinishedExecutions finished;

	private final Map<String, RunningExecution> running = new ConcurrentHashMap<>();

	/** Those that ended while the disk did not take it. */
	private final Map<String, RunningExecution> unfiled = new ConcurrentHashMap<>();

	KnownExecutions(Machines machines, FinishedExecutions finished) {
		this.machines = machines;
		this.finished = finished;
	}

	void add(RunningExecution execution) {
		this.running.put(execution.key(), execution);
	}

	Optional<RunningExecution> findRunning(String key) {
		return Optional.ofNullable(this.running.get(key));
	}

	Collection<RunningExecution> running() {
		return this.running.values();
	}

	boolean isRunning(String machine) {
		return this.running.values()
			.stream()
			.anyMatch((execution) -> execution.execution().header().machine().equals(machine));
	}

	FinishedExecutions finished() {
		return this.finished;
	}

	/**
	 * Files an execution that has ended with the finished ones.
	 * @return false if the disk did not take it: it has ended all the same, and is to be
	 * filed again later
	 */
	boolean end(RunningExecution execution) {
		String key = execution.key();
		if (!this.running.containsKey(key) && !this.unfiled.containsKey(key)) {
			return true;
		}
		FinishedExecution end = execution.execution().findEnd().orElseThrow();
		try {
			this.finished.add(end, execution.journal());
			this.unfiled.remove(key);
		}
		catch (IOException ex) {
			logger.warn("event=finished-not-filed execution={} reason={}", end.name(), ex.toString());
			this.unfiled.put(key, execution);
		}
		this.running.remove(key);
		forgetMachine(end.machine());
		return !this.unfiled.containsKey(key);
	}

	/** The last execution of a machine that is being deleted takes it along. */
	private void forgetMachine(String name) {
		boolean deleting = this.machines.find(name).map(Machine::deleting).orElse(false);
		if (deleting && !isRunning(name)) {
			try {
				this.machines.remove(name);
			}
			catch (IOException ex) {
				logger.warn("event=machine-not-removed machine={} reason={}", name, ex.toString());
			}
		}
	}

	/** Everything an execution did so far, running or finished. */
	Optional<Journal.Contents> findJournal(String key) throws IOException {
		RunningExecution execution = this.running.get(key);
		if (execution == null) {
			execution = this.unfiled.get(key);
		}
		if (execution != null) {
			execution.lock().lock();
			try {
				if (Files.exists(execution.journal())) {
					return Journal.read(execution.journal());
				}
			}
			finally {
				execution.lock().unlock();
			}
		}
		Optional<FinishedExecution> ended = this.finished.find(key);
		return ended.isPresent() ? Journal.read(this.finished.journal(ended.get())) : Optional.empty();
	}

}
