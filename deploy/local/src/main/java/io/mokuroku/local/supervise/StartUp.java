package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import io.mokuroku.local.cloud.KnownTables;
import io.mokuroku.local.cloud.LocalCloud;
import io.mokuroku.topology.Topology;
import org.jspecify.annotations.Nullable;

/**
 * What the {@code up} command does before and after the supervisor: it checks, unpacks,
 * waits and tells.
 */
final class StartUp {

	private static final Duration LIMIT = Duration.ofMinutes(10);

	private static final Duration BEAT = Duration.ofSeconds(15);

	private static final int DEATHS_TOLERATED = 3;

	private final Installation installation;

	private final RunFolder folder;

	private final Ports ports;

	private final PrintStream out;

	private final InstantSource clock;

	StartUp(Installation installation, RunFolder folder, Ports ports, PrintStream out, InstantSource clock) {
		this.installation = installation;
		this.folder = folder;
		this.ports = ports;
		this.out = out;
		this.clock = clock;
	}

	/**
	 * Refuses in one sentence what could not work, and clears away what is in the way of
	 * a start.
	 */
	void prepare() throws IOException, InterruptedException {
		this.folder.prepare();
		if (this.folder.isClaimed()) {
			throw new Refusal("Everything is up already (state in " + this.folder.state()
					+ "): see \"status\", or stop it with \"down\" first.");
		}
		List<String> stopped = Leftovers.stop(this.folder);
		if (!stopped.isEmpty()) {
			this.out.println("Stopped what an earlier run left behind: " + String.join(", ", stopped));
		}
		this.ports.owners().forEach(StartUp::refuseTaken);
		new KnownTables(this.folder.state()).check(Topology.load().tables());
		this.folder.forgetStop();
		this.folder.forgetReports();
		this.folder.remember(this.ports);
		unpack();
	}

	List<Launch> launches(Map<String, String> environment) {
		Applications applications = new Applications(this.installation, this.folder.applications());
		return new LaunchPlan(this.installation, this.ports, this.folder.state(), environment)
			.launches(applications::jar);
	}

	private void unpack() throws IOException, InterruptedException {
		Applications applications = new Applications(this.installation, this.folder.applications());
		List<Service> packed = new ArrayList<>();
		for (Service service : Service.values()) {
			if (!applications.isUnpacked(service)) {
				packed.add(service);
			}
		}
		if (!packed.isEmpty()) {
			this.out.println("Unpacking " + packed.size() + " newly built services ...");
		}
		for (Service service : packed) {
			applications.unpack(service);
		}
	}

	private static void refuseTaken(int port, String owner) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(!Installation.isWindows());
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		}
		catch (IOException _) {
			throw new Refusal("Port " + port + ", which " + owner
					+ " wants, is taken by another program: stop that program, or choose other ports with --port-base.");
		}
	}

	/**
	 * Waits until every process is healthy and tells of each as it gets there.
	 * @param supervisorRuns whether there is still someone who starts things
	 * @throws Refusal when a process does not get healthy
	 */
	void awaitHealth(BooleanSupplier supervisorRuns) throws IOException, InterruptedException {
		Instant begin = this.clock.instant();
		Instant nextBeat = begin.plus(BEAT);
		Set<String> told = new HashSet<>();
		while (true) {
			Duration passed = Duration.between(begin, this.clock.instant());
			List<ChildReport> reports = this.folder.reports();
			for (ChildReport report : reports) {
				if (report.state() == ChildState.HEALTHY && told.add(report.name())) {
					this.out.printf("  %-20s ready after %d s%n", report.name(), passed.toSeconds());
				}
				if (report.restarts() >= DEATHS_TOLERATED
						|| (passed.compareTo(LIMIT) > 0 && report.state() != ChildState.HEALTHY)) {
					throw notHealthy(report, passed);
				}
			}
			if (told.size() == LaunchPlan.names().size()) {
				return;
			}
			if (!supervisorRuns.getAsBoolean()) {
				throw new Refusal(
						"The supervisor has ended; its log is " + this.folder.logs().file("supervisor") + ".");
			}
			if (this.clock.instant().isAfter(nextBeat)) {
				nextBeat = nextBeat.plus(BEAT);
				this.out.printf("  ... %d of %d ready, %d s%n", told.size(), LaunchPlan.names().size(),
						passed.toSeconds());
			}
			Thread.sleep(Duration.ofMillis(200));
		}
	}

	private Refusal notHealthy(ChildReport report, Duration passed) throws IOException {
		this.out.println("The last lines of " + this.folder.logs().file(report.name()) + ":");
		this.folder.logs().tail(report.name(), 25).forEach((line) -> this.out.println("  | " + line));
		return new Refusal(report.name() + " does not get healthy: after " + passed.toSeconds() + " s it is "
				+ report.state().name().toLowerCase(Locale.ROOT).replace('_', '-') + " and has been restarted "
				+ report.restarts() + " times.");
	}

	/**
	 * Fills the catalogue, when it was never filled or a dataset is named.
	 * @param dataset a file or URL, null for the newest release of the configured
	 * repository, or the bundled sample if that cannot be had
	 */
	void seed(@Nullable String dataset) throws IOException, InterruptedException {
		Path marker = this.folder.state().resolve("seeded");
		if (dataset == null && Files.exists(marker)) {
			return;
		}
		Seeding seeding = new Seeding(this.ports, this.folder.sample(), this.out, this.clock);
		String name = seeding.start(dataset);
		Files.writeString(marker, this.clock.instant() + "\n");
		this.out.println("Filling the catalogue from " + name + " in the background.");
	}

	void tellWhatToOpen() throws IOException {
		this.out.println();
		this.out.println("Everything is up.");
		this.out.println(
				"  Search          curl \"" + Ports.url(this.ports.search()) + "/v1/search?q=space+bounty+hunters\"");
		this.out.println("  Swagger UI      " + Ports.url(this.ports.search()) + "/swagger-ui.html");
		for (Service service : Service.values()) {
			if (service != Service.SEARCH) {
				this.out.println("                  " + Ports.url(service.port(this.ports)) + "/swagger-ui.html   ("
						+ service.module() + ")");
			}
		}
		this.out.println("  Review portal   " + Ports.url(this.ports.review()) + "/portal");
		this.out.println("  Work on one     deploy/local/enrich Death Note");
		this.out.println("  A token         deploy/local/token [scope ...]");
		this.out.println("  What runs       deploy/local/status     what it says   deploy/local/logs [name]");
		this.out.println("  Stop            deploy/local/down       forget all     deploy/local/down --wipe");
		Path notes = this.folder.state().resolve(LocalCloud.NOTES);
		if (Files.exists(notes)) {
			this.out.print("  Note: " + Files.readString(notes));
		}
	}

}
