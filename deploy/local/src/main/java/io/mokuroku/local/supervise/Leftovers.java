package io.mokuroku.local.supervise;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Processes that outlived their supervisor.
 */
final class Leftovers {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private Leftovers() {
	}

	/**
	 * Stops what still runs of a run whose supervisor is gone, last started first.
	 * @return the names of what was stopped
	 */
	static List<String> stop(RunFolder folder) throws IOException, InterruptedException {
		List<String> names = new ArrayList<>();
		for (ChildReport report : folder.reports().reversed()) {
			ProcessHandle handle = report.process().orElse(null);
			if (handle != null) {
				names.add(report.name());
				stop(handle);
			}
		}
		for (ProcessHandle handle : ownPrograms(folder).toList()) {
			names.add(Path.of(handle.info().command().orElseThrow()).getFileName().toString());
			stop(handle);
		}
		return names;
	}

	/** Processes whose program lies in the state folder itself, as Redis does. */
	private static Stream<ProcessHandle> ownPrograms(RunFolder folder) {
		Path state = folder.state().toAbsolutePath();
		return ProcessHandle.allProcesses()
			.filter((handle) -> handle.info()
				.command()
				.filter((program) -> Path.of(program).startsWith(state))
				.isPresent());
	}

	static void stop(ProcessHandle handle) throws InterruptedException {
		handle.destroy();
		if (!ended(handle)) {
			handle.destroyForcibly();
			ended(handle);
		}
	}

	private static boolean ended(ProcessHandle handle) throws InterruptedException {
		try {
			handle.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (ExecutionException | TimeoutException _) {
			return false;
		}
	}

}
