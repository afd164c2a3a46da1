package io.mokuroku.local.supervise;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process of the run and its life. Used by one thread at a time; only a probe answers
 * from another.
 */
final class Child {

	private static final Logger log = LoggerFactory.getLogger(Child.class);

	private static final Duration EAGER = Duration.ofMillis(400);

	private static final Duration RELAXED = Duration.ofSeconds(30);

	private static final int FAILED_PROBES_ALLOWED = 2;

	private final Launch launch;

	private final File output;

	private final RestartPolicy policy;

	private final AtomicBoolean probing = new AtomicBoolean();

	private final AtomicInteger failedProbes = new AtomicInteger();

	private volatile @Nullable Instant answeredAt;

	private ChildState state = ChildState.WAITING;

	private @Nullable Process process;

	private Instant started = Instant.EPOCH;

	private Instant lastProbe = Instant.EPOCH;

	private Instant nextStart = Instant.EPOCH;

	private @Nullable Instant healthySince;

	private int deathsInARow;

	private int restarts;

	private String note = "";

	Child(Launch launch, File output, RestartPolicy policy) {
		this.launch = launch;
		this.output = output;
		this.policy = policy;
	}

	Launch launch() {
		return this.launch;
	}

	ChildReport report() {
		Process current = this.process;
		boolean alive = current != null && current.isAlive();
		return new ChildReport(this.launch.name(), this.launch.port(), this.state, alive ? pid() : 0,
				alive ? this.started : Instant.EPOCH, this.restarts, this.note);
	}

	boolean wasHealthy() {
		return this.healthySince != null;
	}

	/**
	 * Looks after the process once.
	 * @param mayStart whether the stages before this one are ready
	 */
	void look(Instant now, boolean mayStart) {
		switch (this.state) {
			case WAITING -> {
				if (mayStart) {
					start(now);
				}
			}
			case BACKING_OFF -> {
				if (!now.isBefore(this.nextStart)) {
					this.restarts++;
					start(now);
				}
			}
			case STARTING, HEALTHY, UNHEALTHY -> watch(now);
			case STOPPED -> {
			}
		}
	}

	private void start(Instant now) {
		ProcessBuilder builder = new ProcessBuilder(this.launch.command()).redirectErrorStream(true)
			.redirectInput(ProcessBuilder.Redirect.from(Installation.nothing()))
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.output));
		this.launch.environment().forEach((name, value) -> {
			if (value.isEmpty()) {
				builder.environment().remove(name);
			}
			else {
				builder.environment().put(name, value);
			}
		});
		this.failedProbes.set(0);
		this.answeredAt = null;
		this.healthySince = null;
		try {
			Process fresh = builder.start();
			this.process = fresh;
			this.started = fresh.info().startInstant().orElse(now);
			this.state = ChildState.STARTING;
			this.lastProbe = Instant.EPOCH;
			log.info("event=started name={} pid={} restarts={}", this.launch.name(), fresh.pid(), this.restarts);
		}
		catch (IOException ex) {
			died(now, String.valueOf(ex.getMessage()));
		}
	}

	private void watch(Instant now) {
		Process current = this.process;
		if (current == null || !current.isAlive()) {
			died(now, (current != null) ? "exit code " + current.exitValue() : "not started");
			return;
		}
		Instant answered = this.answeredAt;
		if (answered != null && this.state != ChildState.HEALTHY) {
			this.state = ChildState.HEALTHY;
			if (this.healthySince == null) {
				this.healthySince = now;
			}
			log.info("event=healthy name={} after-ms={}", this.launch.name(),
					Duration.between(this.started, now).toMillis());
		}
		if (answered == null && this.state == ChildState.HEALTHY && this.failedProbes.get() >= FAILED_PROBES_ALLOWED) {
			this.state = ChildState.UNHEALTHY;
			log.warn("event=unhealthy name={}", this.launch.name());
		}
		boolean calm = this.state == ChildState.HEALTHY && this.failedProbes.get() == 0;
		if (!now.isBefore(this.lastProbe.plus(calm ? RELAXED : EAGER)) && this.probing.compareAndSet(false, true)) {
			this.lastProbe = now;
			Thread.ofVirtual().name("probe-" + this.launch.name()).start(() -> probe(now));
		}
	}

	private void probe(Instant now) {
		try {
			if (HealthProbe.isHealthy(this.launch)) {
				this.answeredAt = now;
				this.failedProbes.set(0);
			}
			else if (this.failedProbes.incrementAndGet() >= FAILED_PROBES_ALLOWED) {
				this.answeredAt = null;
			}
		}
		finally {
			this.probing.set(false);
		}
	}

	private void died(Instant now, String reason) {
		Instant since = this.healthySince;
		Duration healthyFor = (since != null) ? Duration.between(since, now) : Duration.ZERO;
		this.deathsInARow = this.policy.deathsInARow(this.deathsInARow, healthyFor);
		Duration delay = this.policy.delay(this.deathsInARow);
		this.nextStart = now.plus(delay);
		this.state = ChildState.BACKING_OFF;
		this.note = "died: " + reason;
		log.warn("event=died name={} reason=\"{}\" restart-in-s={}", this.launch.name(), reason, delay.toSeconds());
	}

	/**
	 * Asks the process to end.
	 */
	void askToStop() {
		this.state = ChildState.STOPPED;
		Process current = this.process;
		if (current != null) {
			current.destroy();
		}
	}

	/**
	 * Waits for the end of a process that was asked to stop, and ends it by force when it
	 * takes too long.
	 */
	void awaitStop(Duration grace) throws InterruptedException {
		Process current = this.process;
		if (current != null && !current.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
			log.warn("event=killed name={} grace-s={}", this.launch.name(), grace.toSeconds());
			current.destroyForcibly().waitFor();
		}
	}

	/**
	 * Ends the process at once, as a crash would.
	 */
	void kill() {
		Process current = this.process;
		if (current != null) {
			current.destroyForcibly();
		}
	}

	private long pid() {
		Process current = this.process;
		return (current != null) ? current.pid() : 0;
	}

}
