package io.mokuroku.local.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;

/**
 * The Step Functions server of the local cloud behind a loopback port, with a clock that
 * a test moves.
 */
public final class StatesOnTestTime implements AutoCloseable {

	private final Path folder;

	private final TaskTargets targets;

	private final ManualTime time = new ManualTime();

	private final MachinesOverHttp http;

	private volatile StateMachines machines;

	/** A server that keeps its state in a folder and sends messages to targets. */
	public StatesOnTestTime(Path folder, TaskTargets targets) {
		this.folder = folder;
		this.targets = targets;
		try {
			this.machines = open();
			this.http = MachinesOverHttp.open(0, () -> this.machines);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where it answers. */
	public int port() {
		return this.http.port();
	}

	/** Its clock. */
	public InstantSource clock() {
		return this.time;
	}

	/** Moves the clock to the next moment at which something is due, if there is one. */
	public boolean advance() {
		Optional<Instant> next = this.time.nextAlarm();
		next.ifPresent((due) -> this.time.advance(Duration.between(this.time.instant(), due)));
		return next.isPresent();
	}

	/** How much work on executions was begun so far. */
	public long begun() {
		return this.machines.workers().begun();
	}

	/** Whether nothing is worked on, so that only time or an answer goes on with it. */
	public boolean isIdle() {
		return this.machines.workers().areIdle();
	}

	/** Ends as a process would and begins anew on the same folder. */
	public void restart() {
		this.machines.close();
		try {
			this.machines = open();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private StateMachines open() throws IOException {
		return StateMachines.open(this.folder, this.targets, this.time, this.time, new Random(7));
	}

	@Override
	public void close() {
		this.http.close();
		this.machines.close();
	}

}
