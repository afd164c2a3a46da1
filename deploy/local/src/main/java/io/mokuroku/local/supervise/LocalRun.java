package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.mokuroku.local.Ports;
import io.mokuroku.local.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A run whose supervisor is in this process: all of it starts with this object and ends
 * with it.
 */
public final class LocalRun implements AutoCloseable {

	private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(200);

	private static final int CLAIMS = 15;

	private final Supervisor supervisor;

	private final Thread thread;

	private final StartUp startUp;

	private final Ports ports;

	private final AtomicReference<@Nullable Exception> failure;

	private LocalRun(Supervisor supervisor, Thread thread, StartUp startUp, Ports ports,
			AtomicReference<@Nullable Exception> failure) {
		this.supervisor = supervisor;
		this.thread = thread;
		this.startUp = startUp;
		this.ports = ports;
		this.failure = failure;
	}

	/**
	 * Checks what can be checked, and starts everything that is built in a checkout.
	 * @param installation the checkout
	 * @param state the state directory, created when missing
	 * @param ports where everything listens
	 * @param out where progress is told
	 * @return the run, of which nothing may be healthy yet
	 * @throws Refusal when the run cannot work, with the reason
	 * @throws IOException when the state directory cannot be used
	 * @throws InterruptedException when interrupted on the way
	 */
	public static LocalRun start(Installation installation, Path state, Ports ports, PrintStream out)
			throws IOException, InterruptedException {
		RunFolder folder = new RunFolder(state);
		new StartUp(installation, folder, ports, out, InstantSource.system()).prepare();
		return supervise(installation, folder, ports, out, InstantSource.system());
	}

	/**
	 * Starts what was prepared.
	 */
	static LocalRun supervise(Installation installation, RunFolder folder, Ports ports, PrintStream out,
			InstantSource clock) throws IOException, InterruptedException {
		StartUp startUp = new StartUp(installation, folder, ports, out, clock);
		Supervisor supervisor = new Supervisor(startUp.launches(System.getenv()), folder, RestartPolicy.DEFAULT, clock);
		AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
		FileLock claim = claim(folder);
		Thread thread = Thread.ofPlatform().name("supervisor").start(() -> {
			try (claim) {
				supervisor.run();
			}
			catch (IOException | RuntimeException ex) {
				failure.set(ex);
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
			}
		});
		return new LocalRun(supervisor, thread, startUp, ports, failure);
	}

	/** Someone who looks at the status holds the lock for a moment. */
	private static FileLock claim(RunFolder folder) throws IOException, InterruptedException {
		for (int i = 0; i < CLAIMS; i++) {
			Optional<FileLock> claim = folder.claim();
			if (claim.isPresent()) {
				return claim.get();
			}
			Thread.sleep(BETWEEN_CLAIMS);
		}
		throw new Refusal("Another supervisor has " + folder.state() + ".");
	}

	/**
	 * Waits until every process is healthy.
	 * @throws Refusal when one does not get healthy within its limit
	 * @throws IOException when the state directory cannot be read
	 * @throws InterruptedException when interrupted while waiting
	 */
	public void awaitHealth() throws IOException, InterruptedException {
		this.startUp.awaitHealth(this.thread::isAlive);
	}

	/**
	 * What every process is doing, in the order they are started.
	 * @return one report a process
	 */
	public List<ChildReport> reports() {
		return this.supervisor.reports();
	}

	/**
	 * Ends a process at once, as a crash would; the supervisor will start it again.
	 * @param name the process, such as {@code sync-service}, {@code cloud} or
	 * {@code dynamodb}
	 */
	public void kill(String name) {
		this.supervisor.kill(name);
	}

	/**
	 * An access token of this run.
	 * @param scopes separated by blanks
	 * @return the token, good for 12 hours
	 */
	public String token(String scopes) {
		return LocalHttp.token(this.ports, scopes);
	}

	/**
	 * Waits for the end of the run, which someone else asks for.
	 * @throws IOException when the supervisor failed
	 * @throws InterruptedException when interrupted while waiting
	 */
	void awaitEnd() throws IOException, InterruptedException {
		this.thread.join();
		Exception cause = this.failure.get();
		if (cause != null) {
			throw new IOException(cause.getMessage(), cause);
		}
	}

	/**
	 * Stops everything, last started first, and waits for it.
	 */
	@Override
	public void close() {
		this.supervisor.askToStop();
		boolean interrupted = false;
		while (this.thread.isAlive()) {
			try {
				this.thread.join();
			}
			catch (InterruptedException _) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
