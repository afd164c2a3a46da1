package io.mokuroku.local.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.mokuroku.local.supervise.ChildReport;
import io.mokuroku.local.supervise.ChildState;

/**
 * Kills enrichment-service with {@code SIGKILL} again and again, at moments chosen by a
 * seed. Its supervisor starts it anew each time.
 */
final class Kills {

	private static final Duration SHORTEST = Duration.ofSeconds(8);

	private static final int SPREAD_MILLIS = 8_000;

	private final Path reports;

	private final InstantSource clock;

	private final Random random;

	private final List<Instant> made = new ArrayList<>();

	/**
	 * Kills to come.
	 * @param reports where the supervisor tells of its processes
	 */
	Kills(Path reports, long seed, InstantSource clock) {
		this.reports = reports;
		this.clock = clock;
		this.random = new Random(seed);
	}

	/**
	 * Makes kills until there were so many or the thread is interrupted. A process that
	 * is not there is waited for.
	 */
	void make(int wanted) {
		try {
			while (this.made.size() < wanted) {
				Thread.sleep(SHORTEST.plusMillis(this.random.nextInt(SPREAD_MILLIS)));
				Optional<ProcessHandle> process = process();
				if (process.isPresent() && process.get().destroyForcibly()) {
					this.made.add(this.clock.instant());
				}
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Only a process that is ready for work is worth a kill. */
	private Optional<ProcessHandle> process() throws IOException {
		return ChildReport.read(this.reports, "enrichment-service")
			.filter((report) -> report.state() == ChildState.HEALTHY)
			.flatMap(ChildReport::process);
	}

	/** When kills were made, the first first. */
	List<Instant> made() {
		return List.copyOf(this.made);
	}

}
