package io.mokuroku.local.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Runs executions. Between its turns an execution holds no thread.
 */
final class Executions implements AutoCloseable {

	private final RunningJournals journals;

	private final KnownExecutions known;

	private final Workers workers = new Workers();

	private final Alarms alarms;

	private final Turns turns;

	Executions(Path dataDir, Machines machines, TaskTargets targets, InstantSource clock, Alarms alarms,
			RandomGenerator random) throws IOException {
		this.journals = RunningJournals.open(dataDir.resolve("running"), machines);
		this.known = new KnownExecutions(machines,
				FinishedExecutions.open(dataDir.resolve("finished"), clock.instant()));
		this.alarms = alarms;
		TaskSends sends = new TaskSends(new TaskSender(targets), this.workers);
		this.turns = new Turns(this.journals, new Effects(this.known, sends, this.workers, alarms), this.workers, clock,
				random);
	}

	/** Takes up what was running when the process ended. */
	void resume() throws IOException {
		List<RunningExecution> found = this.journals.readAll();
		found.forEach(this.known::add);
		found.forEach((execution) -> this.workers.submit(() -> this.turns.takeUp(execution)));
	}

	/** Starts an execution. It is on its way to the disk when this returns. */
	void start(Header header) throws IOException {
		refuseIfClosed();
		RunningExecution started = this.journals.create(header);
		this.known.add(started);
		this.workers.submit(() -> this.turns.wake(started));
	}

	/**
	 * Answers the task that waits for a token.
	 * @return false if none waits for it any more
	 */
	boolean answer(String key, String token, Answering answering) {
		refuseIfClosed();
		RunningExecution running = this.known.findRunning(key).orElse(null);
		if (running == null) {
			return false;
		}
		TaskSends.await(running, token);
		boolean[] waited = { false };
		this.turns.take(running, (interpreter) -> running.execution().findWaitingFor(token).ifPresent((strand) -> {
			waited[0] = true;
			answering.answer(interpreter, strand);
		}));
		if (!waited[0]) {
			refuseIfClosed();
		}
		return waited[0];
	}

	/**
	 * A worker must not take our end for the end of its task: it gets an error it
	 * retries.
	 */
	private void refuseIfClosed() {
		if (this.workers.areClosed()) {
			throw new UncheckedIOException(new IOException("the server is closing"));
		}
	}

	/** Stops an execution; false if it has ended already. */
	boolean stop(String key, Consumer<Interpreter> stopping) {
		Optional<RunningExecution> running = this.known.findRunning(key);
		running.ifPresent((execution) -> this.turns.take(execution, stopping));
		return running.isPresent();
	}

	/** Who works on executions. */
	Workers workers() {
		return this.workers;
	}

	boolean isRunning(String machine) {
		return this.known.isRunning(machine);
	}

	Optional<Header> findRunning(String key) {
		return this.known.findRunning(key).map((running) -> running.execution().header());
	}

	Collection<Header> running() {
		return this.known.running().stream().map((running) -> running.execution().header()).toList();
	}

	FinishedExecutions finished() {
		return this.known.finished();
	}

	/** Everything an execution did so far, running or finished. */
	Optional<Journal.Contents> findJournal(String key) throws IOException {
		return this.known.findJournal(key);
	}

	Instant now() {
		return this.turns.now();
	}

	@Override
	public void close() {
		this.workers.close();
		this.alarms.close();
		this.journals.close();
	}

	/** What an answer does to the strand that waited for it. */
	interface Answering {

		void answer(Interpreter interpreter, Strand strand);

	}

}
