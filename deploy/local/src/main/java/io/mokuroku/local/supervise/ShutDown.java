package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

import io.mokuroku.local.Refusal;

/**
 * What the {@code down} command does: it stops what runs, and forgets what was kept if
 * that is wanted.
 */
final class ShutDown {

	/** The supervisor may wait for each process, one after the other. */
	private static final Duration LIMIT = Supervisor.GRACE.multipliedBy(LaunchPlan.names().size() + 1L);

	private final RunFolder folder;

	private final PrintStream out;

	ShutDown(RunFolder folder, PrintStream out) {
		this.folder = folder;
		this.out = out;
	}

	/**
	 * Stops everything.
	 * @param wiping whether to remove the state as well
	 * @throws Refusal when it does not stop, or the state is not one of ours
	 */
	void carryOut(boolean wiping) throws IOException, InterruptedException {
		if (this.folder.isClaimed()) {
			this.out.println("Stopping ...");
			this.folder.askToStop();
			awaitUnclaimed();
		}
		else {
			List<String> stopped = Leftovers.stop(this.folder);
			this.out.println(stopped.isEmpty() ? "Nothing is running."
					: "Stopped what an earlier run left behind: " + String.join(", ", stopped));
		}
		if (wiping) {
			refuseForeign();
			Applications.remove(this.folder.state());
			this.out.println("Removed " + this.folder.state());
		}
	}

	private void awaitUnclaimed() throws IOException, InterruptedException {
		long deadline = System.nanoTime() + LIMIT.toNanos();
		while (this.folder.isClaimed()) {
			if (System.nanoTime() > deadline) {
				throw new Refusal(
						"The supervisor does not stop; its log is " + this.folder.logs().file("supervisor") + ".");
			}
			Thread.sleep(Duration.ofMillis(200));
		}
		this.out.println("Everything is stopped.");
	}

	/** A mistyped --state must not cost anybody a directory of their own. */
	private void refuseForeign() {
		if (Files.exists(this.folder.state()) && !Files.isDirectory(this.folder.run())) {
			throw new Refusal(this.folder.state() + " is not the state directory of a run: nothing was removed.");
		}
	}

}
