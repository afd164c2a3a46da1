package io.mokuroku.sync.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.mokuroku.sync.release.BucketInMemory;
import io.mokuroku.testing.EnginesApart;
import io.mokuroku.testing.LargerRelease;

/**
 * Imports a release as it is and made larger, each into an empty DynamoDB Local in memory
 * that is a process of its own, then the same again, which changes nothing. Tells the
 * time by the clock, and how much processor time this process and DynamoDB Local took for
 * an entry: the latter two do not depend on what else the machine does. Arguments: a
 * release, compressed with Zstandard, and how many times as large it shall be made, one
 * import after the other; the first warms up.
 */
final class ImportBenchmark {

	private static final int TENTHS = 10;

	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	private final EnginesApart apart;

	private final SyncHouse house;

	private volatile boolean ended;

	private ImportBenchmark(EnginesApart apart) {
		this.apart = apart;
		this.house = new SyncHouse(apart.engines(), apart.engines().dynamo(), new BucketInMemory(),
				InstantSource.system(), 0);
	}

	public static void main(String[] arguments) throws Exception {
		Path release = Files.createTempFile("release-", ".jsonl.zst");
		try {
			for (String times : Arrays.asList(arguments).subList(1, arguments.length)) {
				int entries = LargerRelease.write(Path.of(arguments[0]), Integer.parseInt(times), release);
				System.out.printf(Locale.ROOT, "x%s, %,d entries%n", times, entries);
				try (EnginesApart apart = EnginesApart.start("1g")) {
					new ImportBenchmark(apart).measure(release, entries);
				}
			}
		}
		finally {
			Files.delete(release);
		}
		System.exit(0);
	}

	private void measure(Path release, int entries) throws Exception {
		List<Moment> moments = run(release, entries);
		Moment applying = moments.stream().filter(Moment::applies).findFirst().orElseThrow();
		tell("planned", moments.getFirst(), applying, entries);
		tell("applied", applying, moments.getLast(), entries - applying.done());
		List<Moment> again = run(release, 0);
		tell("planned again: nothing", again.getFirst(), again.getLast(), entries);
		System.out.println("  at most resident: " + peak());
	}

	private List<Moment> run(Path release, int changes) throws Exception {
		List<Moment> moments = new ArrayList<>();
		SyncRun run = this.house.ask(release, "to see it all");
		moments.add(Moment.of(run, this.apart));
		this.ended = false;
		Thread watching = Thread.ofPlatform().start(() -> watch(run.id(), Math.max(changes, 1), moments));
		SyncRun ended = this.house.finish(run);
		this.ended = true;
		watching.join();
		moments.add(Moment.of(ended, this.apart));
		if (ended.error() != null || ended.counts().planned() != changes || ended.counts().done() != changes) {
			throw new IllegalStateException("Another outcome: " + ended);
		}
		return moments;
	}

	/** Tells of every tenth as soon as it is done. */
	private void watch(String run, int changes, List<Moment> moments) {
		Moment from = moments.getFirst();
		while (!this.ended) {
			Moment now = Moment.of(this.house.syncs.find(run).orElseThrow(), this.apart);
			moments.add(now);
			if (!from.applies()) {
				from = now;
			}
			else if (now.done() * TENTHS / changes > from.done() * TENTHS / changes) {
				tell("  up to %,d".formatted(now.done()), from, now, now.done() - from.done());
				from = now;
			}
			try {
				Thread.sleep(LOOK_EVERY);
			}
			catch (InterruptedException _) {
				return;
			}
		}
	}

	private static void tell(String what, Moment from, Moment to, long entries) {
		double seconds = (to.nanos() - from.nanos()) / 1e9;
		System.out.printf(Locale.ROOT,
				"%-24s %8.1f s, %6.0f entries/s; an entry: %6.0f us of the sync's processor time, %6.0f us of DynamoDB Local's%n",
				what, seconds, entries / seconds, to.own().minus(from.own()).toNanos() / 1e3 / entries,
				to.engines().minus(from.engines()).toNanos() / 1e3 / entries);
	}

	private static String peak() throws IOException {
		return Files.readAllLines(Path.of("/proc/self/status"))
			.stream()
			.filter((line) -> line.startsWith("VmHWM"))
			.findFirst()
			.orElse("unknown")
			.replaceAll("\\s+", " ");
	}

	/**
	 * How far a run has come.
	 *
	 * @param nanos when
	 * @param own what this process has taken by then
	 * @param engines what the engines have taken by then
	 * @param phase what it does
	 * @param done how many changes it has applied
	 */
	private record Moment(long nanos, Duration own, Duration engines, Phase phase, long done) {

		static Moment of(SyncRun run, EnginesApart apart) {
			return new Moment(System.nanoTime(), ProcessHandle.current().info().totalCpuDuration().orElseThrow(),
					apart.processorTime(), run.phase(), run.counts().done());
		}

		boolean applies() {
			return this.phase.compareTo(Phase.APPLYING) >= 0;
		}

	}

}
