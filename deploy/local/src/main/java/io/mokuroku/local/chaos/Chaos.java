package io.mokuroku.local.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import io.mokuroku.local.running.LocalApis;
import io.mokuroku.local.running.Remains;
import io.mokuroku.local.running.RunningCatalogue;
import io.mokuroku.local.supervise.Installation;
import io.mokuroku.local.supervise.LocalRun;
import io.mokuroku.local.upstream.SampleRelease;
import io.mokuroku.local.upstream.SampleTitle;
import io.mokuroku.local.upstream.SampleTitles;

/**
 * The program behind {@code deploy/local/chaos}: fills a catalogue of its own, makes
 * trouble meanwhile, waits until it rests, and checks what is in its stores.
 */
public final class Chaos {

	private static final Duration LOOK = Duration.ofSeconds(5);

	private final Path state;

	private final Ports ports;

	private final Path workArea;

	private final PrintStream out;

	private Chaos(Path state, Ports ports, Path workArea, PrintStream out) {
		this.state = state;
		this.ports = ports;
		this.workArea = workArea;
		this.out = out;
	}

	/**
	 * Runs one seed.
	 * @param arguments the seed, how many troubles, within how many seconds they come,
	 * the limit in minutes, the port base, a state directory and the work area
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path state = Path.of(arguments[5]);
		Chaos chaos = new Chaos(state, new Ports(Integer.parseInt(arguments[4])), Path.of(arguments[6]), System.out);
		Forecast forecast = Forecast.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]),
				Duration.ofSeconds(Long.parseLong(arguments[2])));
		boolean good = false;
		try {
			good = chaos.run(forecast, new Random(Long.parseLong(arguments[0])),
					Duration.ofMinutes(Long.parseLong(arguments[3])));
		}
		catch (IOException | Refusal ex) {
			System.out.println("  FAULT: " + ex.getMessage());
		}
		System.exit(good ? 0 : 1);
	}

	/**
	 * One run.
	 * @return whether nothing came of all the trouble
	 * @throws IOException if it does not come to rest within the limit
	 */
	private boolean run(Forecast forecast, Random chance, Duration limit) throws IOException, InterruptedException {
		Instant deadline = InstantSource.system().instant().plus(limit);
		try (LocalRun run = LocalRun.start(Installation.current(), this.state, this.ports, progress())) {
			// nothing is left running by a drill that is interrupted
			Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(run::close));
			run.awaitHealth();
			List<SampleTitle> titles = SampleTitles.bundled();
			Path release = this.state.resolve("release.jsonl");
			new SampleRelease(Ports.url(this.ports.upstream()), InstantSource.system().instant()).write(titles,
					release);
			Release accepted = Release.read(release);
			RunningCatalogue catalogue = new RunningCatalogue(this.ports,
					run.token("catalogue.sync catalogue.enrich operations"));
			Remains remains = new Remains(new LocalApis(this.ports), this.workArea);
			Troublemaker troublemaker = new Troublemaker(run, this.ports, catalogue, new Disk(this.workArea), chance);
			SearchWatch watch = new SearchWatch(Ports.url(this.ports.search()) + "/v1/search?q=",
					titles.stream().limit(50).map(SampleTitle::title).toList(),
					() -> troublemaker.isThere("search-api"));
			catalogue.sync(release);
			Thread searcher = Thread.ofVirtual().start(watch::watch);
			makeTrouble(forecast, troublemaker);
			Settling settling = new Settling(new LocalApis(this.ports), catalogue, LOOK, deadline,
					InstantSource.system());
			List<String> faults = new ArrayList<>();
			Set<String> waiting = settling.await();
			MeddledQueues queues = new MeddledQueues(new LocalApis(this.ports));
			List<DeadLetter> dead = queues.redrive();
			List<DeadLetter> letters = new ArrayList<>(dead);
			dead.forEach((letter) -> this.out.println("  dead: " + letter));
			if (!dead.isEmpty()) {
				waiting = settling.await();
				List<DeadLetter> again = queues.redrive();
				again.forEach((letter) -> faults.add("dead again: " + letter));
				letters.addAll(again);
			}
			faults.addAll(new FailedWork(errors(catalogue), letters).faults());
			searcher.interrupt();
			searcher.join();
			this.out.println("  " + watch.summary());
			faults.addAll(watch.faults());
			faults.addAll(remains.faults(List.of(), waiting.size()));
			StoredCatalogue stored = StoredCatalogue.read(new LocalApis(this.ports));
			faults.addAll(stored.faults(accepted.records(), waiting));
			faults.addAll(new IndexedCatalogue(this.ports).faults(stored));
			faults.forEach((fault) -> this.out.println("  FAULT: " + fault));
			this.out.printf("  %d entries, %d wait for a person, %d dead letters, %d faults%n", stored.entries().size(),
					waiting.size(), dead.size(), faults.size());
			return faults.isEmpty();
		}
	}

	private static Map<String, String> errors(RunningCatalogue catalogue) throws IOException, InterruptedException {
		Map<String, String> errors = new HashMap<>();
		for (String execution : catalogue.executions().failed()) {
			errors.put(execution, catalogue.error(execution));
		}
		return errors;
	}

	private void makeTrouble(Forecast forecast, Troublemaker troublemaker) throws InterruptedException {
		long begin = System.nanoTime();
		List<Thread> under = new ArrayList<>();
		for (Forecast.Coming coming : forecast.comings()) {
			Thread.sleep(Duration.ofNanos(Math.max(0, begin + coming.after().toNanos() - System.nanoTime())));
			this.out.printf("  after %.1f s: %s%n", coming.after().toMillis() / 1e3, coming.trouble());
			under.add(Thread.ofVirtual().start(() -> {
				try {
					troublemaker.make(coming.trouble());
				}
				catch (IOException ex) {
					this.out.println("  came to nothing: " + coming.trouble() + ": " + ex);
				}
				catch (InterruptedException _) {
					Thread.currentThread().interrupt();
				}
			}));
		}
		for (Thread each : under) {
			each.join();
		}
	}

	/** How a catalogue starts is told where somebody waits for it. */
	private PrintStream progress() throws IOException {
		return new PrintStream(Files.newOutputStream(Files.createDirectories(this.state).resolve("up.log")), true);
	}

}
