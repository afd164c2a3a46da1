package io.mokuroku.local.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the turns of executions, each under the lock of its execution: interpret, write
 * the facts to the journal, and only then let them have their effects.
 */
final class Turns {

	private static final Logger logger = LoggerFactory.getLogger(Turns.class);

	/** When to go on after the disk failed. */
	static final Duration AFTER_DISK_FAILURE = Duration.ofSeconds(5);

	private final RunningJournals journals;

	private final Effects effects;

	private final Workers workers;

	private final InstantSource clock;

	private final RandomGenerator random;

	private final Queries queries;

	Turns(RunningJournals journals, Effects effects, Workers workers, InstantSource clock, RandomGenerator random) {
		this.journals = journals;
		this.effects = effects;
		this.workers = workers;
		this.clock = clock;
		this.random = random;
		this.queries = new Queries(new QueryFunctions(clock, random));
	}

	/** Goes on with an execution that was read back, sending again what may be unsent. */
	void takeUp(RunningExecution running) {
		wake(running);
		this.effects.act(running, running.execution().strands(), this);
	}

	/** Does what is due. */
	void wake(RunningExecution running) {
		take(running, (interpreter) -> {
		});
	}

	/** Does what is due, and then one step, unless the execution has ended. */
	void take(RunningExecution running, Consumer<Interpreter> step) {
		running.lock().lock();
		try {
			boolean setBack = running.isStale();
			if (setBack) {
				reload(running);
			}
			if (running.execution().isFinished() || this.workers.areClosed()) {
				return;
			}
			Turn turn = interpret(running, step);
			if (!turn.facts().isEmpty()) {
				write(running, new Batch(turn.now(), turn.facts()));
			}
			this.effects.act(running, setBack ? turn.execution().strands() : scheduled(turn), this);
		}
		finally {
			running.lock().unlock();
		}
	}

	/** The strands that have a message to send since this turn. */
	private static List<Strand> scheduled(Turn turn) {
		Set<Integer> scheduled = turn.facts()
			.stream()
			.filter(Fact.TaskScheduled.class::isInstance)
			.map((fact) -> ((Fact.TaskScheduled) fact).strand())
			.collect(Collectors.toSet());
		return turn.execution().strands().stream().filter((strand) -> scheduled.contains(strand.id())).toList();
	}

	/**
	 * A mistake of ours must not leave half a turn behind: it fails the execution
	 * instead.
	 */
	private Turn interpret(RunningExecution running, Consumer<Interpreter> step) {
		Turn turn = new Turn(running.execution(), now(), this.random);
		try {
			Interpreter interpreter = new Interpreter(turn, this.queries);
			interpreter.wake();
			if (!turn.execution().isFinished()) {
				step.accept(interpreter);
			}
			return turn;
		}
		catch (RuntimeException ex) {
			logger.error("event=turn-failed execution={}", turn.execution().header().name(), ex);
			reload(running);
			Turn last = new Turn(running.execution(), now(), this.random);
			new Interpreter(last, this.queries).giveUp(ex.toString());
			return last;
		}
	}

	private void write(RunningExecution running, Batch batch) {
		try {
			this.journals.append(running.journal(), batch);
		}
		catch (IOException ex) {
			throw setBack(running, ex);
		}
	}

	/** What was not written did not happen: back to what the journal says. */
	private void reload(RunningExecution running) {
		try {
			this.journals.read(running.journal()).ifPresent(running::reloaded);
		}
		catch (IOException ex) {
			throw setBack(running, ex);
		}
	}

	private UncheckedIOException setBack(RunningExecution running, IOException reason) {
		running.setStale();
		this.effects.takeUpAt(now().plus(AFTER_DISK_FAILURE), running, this);
		return new UncheckedIOException(reason);
	}

	Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
