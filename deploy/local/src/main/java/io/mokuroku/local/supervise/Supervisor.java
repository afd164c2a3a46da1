package io.mokuroku.local.supervise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the processes of a run alive, and writes down what they are doing.
 */
final class Supervisor {

	private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

	private static final Duration EAGER = Duration.ofMillis(250);

	private static final Duration CALM = Duration.ofSeconds(1);

	/** How long a process may take to end before it is ended by force. */
	static final Duration GRACE = Duration.ofSeconds(15);

	private static final Duration HOUSEKEEPING = Duration.ofSeconds(10);

	private final RunFolder folder;

	private final InstantSource clock;

	private final List<Child> children = new ArrayList<>();

	private final Map<String, ChildReport> written = new HashMap<>();

	private final Set<String> unwritten = new HashSet<>();

	private final CountDownLatch stopAsked = new CountDownLatch(1);

	private Instant nextHousekeeping = Instant.EPOCH;

	Supervisor(List<Launch> launches, RunFolder folder, RestartPolicy policy, InstantSource clock) {
		this.folder = folder;
		this.clock = clock;
		for (Launch launch : launches) {
			this.children.add(new Child(launch, folder.logs().file(launch.name()).toFile(), policy));
		}
	}

	/**
	 * Looks after the children until someone asks for the end, then stops them in reverse
	 * order.
	 */
	void run() throws IOException, InterruptedException {
		try {
			for (Child child : this.children) {
				this.folder.logs().startAnew(child.launch().name());
			}
			Duration round = EAGER;
			while (!this.stopAsked.await(round.toMillis(), TimeUnit.MILLISECONDS) && !this.folder.isStopAsked()) {
				lookAfterAll();
				round = allHealthy() ? CALM : EAGER;
			}
		}
		finally {
			stopAll();
		}
	}

	private synchronized void lookAfterAll() {
		Instant now = this.clock.instant();
		for (Child child : this.children) {
			int stage = child.launch().stage();
			boolean mayStart = this.children.stream()
				.filter((other) -> other.launch().stage() < stage)
				.allMatch(Child::wasHealthy);
			child.look(now, mayStart);
			write(child);
		}
		if (!now.isBefore(this.nextHousekeeping)) {
			this.nextHousekeeping = now.plus(HOUSEKEEPING);
			this.children.forEach(this::boundLog);
		}
	}

	private boolean allHealthy() {
		return reports().stream().allMatch((report) -> report.state() == ChildState.HEALTHY);
	}

	private void boundLog(Child child) {
		try {
			this.folder.logs().bound(child.launch().name());
		}
		catch (IOException ex) {
			log.warn("event=log-not-bounded name={} cause=\"{}\"", child.launch().name(), ex.toString());
		}
	}

	/** A full disk must not leave the children without supervisor. */
	private void write(Child child) {
		ChildReport report = child.report();
		if (report.equals(this.written.get(report.name()))) {
			return;
		}
		try {
			report.write(this.folder.run());
			this.written.put(report.name(), report);
			this.unwritten.remove(report.name());
		}
		catch (IOException ex) {
			if (this.unwritten.add(report.name())) {
				log.warn("event=report-not-written name={} cause=\"{}\"", report.name(), ex.toString());
			}
		}
	}

	private synchronized void stopAll() throws InterruptedException {
		log.info("event=stopping");
		int lastStage = this.children.stream().mapToInt((child) -> child.launch().stage()).max().orElse(0);
		for (int stage = lastStage; stage >= 0; stage--) {
			int current = stage;
			List<Child> together = this.children.stream().filter((child) -> child.launch().stage() == current).toList();
			together.forEach(Child::askToStop);
			for (Child child : together) {
				child.awaitStop(GRACE);
				write(child);
			}
		}
		log.info("event=stopped");
	}

	synchronized List<ChildReport> reports() {
		return this.children.stream().map(Child::report).toList();
	}

	/**
	 * Ends a child at once, as a crash would.
	 */
	synchronized void kill(String name) {
		this.children.stream()
			.filter((child) -> child.launch().name().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no child is called " + name))
			.kill();
	}

	/**
	 * Asks for the end.
	 */
	void askToStop() {
		this.stopAsked.countDown();
	}

}
