package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import io.mokuroku.local.cloud.DynamoDbLocal;
import io.mokuroku.local.cloud.LocalCloud;
import io.mokuroku.local.cloud.StandInForA2i;
import org.jspecify.annotations.Nullable;

/**
 * Carries out commands.
 */
public final class Operator {

	private final Installation installation;

	private final PrintStream out;

	private final InstantSource clock;

	public Operator(Installation installation, PrintStream out, InstantSource clock) {
		this.installation = installation;
		this.out = out;
		this.clock = clock;
	}

	/**
	 * Does what the arguments ask for.
	 * @param arguments a command and its options
	 * @throws Refusal when it cannot be done, with the reason
	 * @throws IOException when files or processes fail in a way nobody foresaw
	 * @throws InterruptedException when interrupted on the way
	 */
	public void carryOut(List<String> arguments) throws IOException, InterruptedException {
		switch (CommandLine.parse(this.installation.root().resolve(".mokuroku"), arguments)) {
			case Command.Up up -> up(up);
			case Command.Down down -> new ShutDown(new RunFolder(down.state()), this.out).carryOut(down.wipe());
			case Command.Status status -> status(new RunFolder(status.state()));
			case Command.Logs logs -> logs(logs);
			case Command.Token token -> this.out
				.println(LocalHttp.token(new RunFolder(token.state()).ports(), String.join(" ", token.scopes())));
			case Command.Enrich enrich -> new EnrichEntry(new RunFolder(enrich.state()).ports(), this.out)
				.carryOut(enrich.entry(), enrich.starting());
			case Command.Supervise supervise -> {
				try (LocalRun run = supervised(new RunFolder(supervise.state()), supervise.ports())) {
					run.awaitEnd();
				}
			}
			case Command.Cloud cloud ->
				serve(LocalCloud.open(cloud.state(), cloud.ports(), cloud.surroundings(), this.clock));
			case Command.Seed seed -> seed(seed);
			case Command.DynamoDb dynamoDb ->
				serve(DynamoDbLocal.open(dynamoDb.state().resolve("dynamodb"), dynamoDb.ports().dynamoDb()));
			case Command.A2i a2i -> serve(StandInForA2i.open(a2i.state(), a2i.ports(), a2i.surroundings(), this.clock));
			case Command.Help _ -> this.out.print(CommandLine.USAGE);
		}
	}

	private void up(Command.Up up) throws IOException, InterruptedException {
		String given = up.dataset();
		String dataset = (given != null) ? Dataset.readable(given) : null;
		RunFolder folder = new RunFolder(up.state());
		folder.prepare();
		FileLock claim = folder.claimStart()
			.orElseThrow(() -> new Refusal(
					"Another \"up\" is starting everything already (state in " + folder.state() + "): wait for it."));
		try (claim) {
			start(up, folder, dataset, claim);
		}
	}

	private void start(Command.Up up, RunFolder folder, @Nullable String dataset, FileLock claim)
			throws IOException, InterruptedException {
		StartUp startUp = new StartUp(this.installation, folder, up.ports(), this.out, this.clock);
		startUp.prepare();
		this.out.println("Starting the local cloud and five services, state in " + folder.state());
		if (up.foreground()) {
			foreground(up, startUp, folder, dataset, claim);
			return;
		}
		Process supervisor = detach(folder, up.ports());
		Thread starting = Thread.currentThread();
		Thread undoing = Thread.ofPlatform().unstarted(() -> {
			starting.interrupt();
			undo(folder, supervisor);
		});
		Runtime.getRuntime().addShutdownHook(undoing);
		startUp.awaitHealth(supervisor::isAlive);
		startUp.seed(dataset);
		Runtime.getRuntime().removeShutdownHook(undoing);
		startUp.tellWhatToOpen();
	}

	private void seed(Command.Seed seed) throws IOException, InterruptedException {
		String given = seed.dataset();
		Seeding seeding = new Seeding(seed.ports(), new RunFolder(seed.state()).sample(), this.out, this.clock);
		this.out.println("Importing " + seeding.start((given != null) ? Dataset.readable(given) : null) + ".");
	}

	/** A start that failed or was interrupted leaves nothing behind that runs. */
	private void undo(RunFolder folder, Process supervisor) {
		if (!supervisor.isAlive()) {
			return;
		}
		this.out.println("Stopping what was started ...");
		try {
			folder.askToStop();
			supervisor.waitFor();
		}
		catch (IOException ex) {
			supervisor.destroy();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void foreground(Command.Up up, StartUp startUp, RunFolder folder, @Nullable String dataset, FileLock claim)
			throws IOException, InterruptedException {
		try (LocalRun run = supervised(folder, up.ports())) {
			run.awaitHealth();
			startUp.seed(dataset);
			startUp.tellWhatToOpen();
			this.out.println("Ctrl-C stops everything.");
			claim.release();
			run.awaitEnd();
		}
	}

	/**
	 * Started outside of the terminal's session where the system can, so that closing the
	 * terminal ends nothing.
	 */
	private Process detach(RunFolder folder, Ports ports) throws IOException {
		folder.logs().startAnew("supervisor");
		List<String> command = new ArrayList<>();
		Path setsid = Path.of("/usr/bin/setsid");
		if (Files.isExecutable(setsid)) {
			command.add(setsid.toString());
		}
		command.addAll(List.of(this.installation.java().toString(), "-Xmx64m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
				"-cp", this.installation.classPath(), "io.mokuroku.local.Main", "supervise", "--state",
				folder.state().toString(), "--port-base", String.valueOf(ports.base())));
		return new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(Installation.nothing()))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.logs().file("supervisor").toFile()))
			.start();
	}

	/** A run that ends in an orderly way when this process is asked to end. */
	private LocalRun supervised(RunFolder folder, Ports ports) throws IOException, InterruptedException {
		LocalRun run = LocalRun.supervise(this.installation, folder, ports, this.out, this.clock);
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(run::close));
		return run;
	}

	private void status(RunFolder folder) throws IOException {
		boolean supervised = folder.isClaimed();
		List<ChildReport> reports = folder.reports();
		boolean running = reports.stream().anyMatch((report) -> report.process().isPresent());
		if (!supervised && !running) {
			this.out.println("Nothing is running (state in " + folder.state() + ").");
			return;
		}
		this.out.print(StatusTable.of(reports));
		if (!supervised) {
			this.out.println("The supervisor is gone: \"up\" starts everything anew, \"down\" stops what is left.");
		}
		Path notes = folder.state().resolve(LocalCloud.NOTES);
		if (Files.exists(notes)) {
			this.out.print(Files.readString(notes));
		}
	}

	private void logs(Command.Logs logs) throws IOException {
		RunFolder folder = new RunFolder(logs.state());
		List<String> names = new ArrayList<>(List.of("supervisor"));
		names.addAll(LaunchPlan.names());
		String wanted = logs.name();
		if (wanted != null && !names.contains(wanted)) {
			throw new Refusal("There is no log \"" + wanted + "\"; there are " + String.join(", ", names) + ".");
		}
		for (String name : names) {
			if (wanted == null || wanted.equals(name)) {
				this.out.println("==> " + folder.logs().file(name));
				folder.logs().tail(name, (wanted != null) ? 200 : 10).forEach(this.out::println);
			}
		}
	}

	private static void serve(AutoCloseable server) throws InterruptedException {
		CountDownLatch ended = new CountDownLatch(1);
		Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
			try {
				server.close();
			}
			catch (Exception ex) {
				System.err.println("stopping failed: " + ex);
			}
			ended.countDown();
		}));
		ended.await();
	}

}
