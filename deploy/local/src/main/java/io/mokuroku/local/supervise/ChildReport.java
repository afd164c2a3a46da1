package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What the supervisor knows of one process, as it writes it down for others.
 *
 * @param name what operators call it
 * @param port where it listens
 * @param state what it is doing
 * @param pid its process id, 0 when it does not run
 * @param started when it was started, the epoch when it does not run
 * @param restarts how often it was started again in this run
 * @param note why it died last, empty when it did not
 */
public record ChildReport(String name, int port, ChildState state, long pid, Instant started, int restarts,
		String note) {

	private static final Duration SAME_START = Duration.ofSeconds(2);

	/**
	 * The process itself. A recycled process id is told by its start time.
	 * @return the process when it still runs
	 */
	public Optional<ProcessHandle> process() {
		if (this.pid == 0) {
			return Optional.empty();
		}
		return ProcessHandle.of(this.pid)
			.filter(ProcessHandle::isAlive)
			.filter((handle) -> handle.info()
				.startInstant()
				.map((instant) -> Duration.between(instant, this.started).abs().compareTo(SAME_START) < 0)
				.orElse(false));
	}

	void write(Path directory) throws IOException {
		Properties properties = new Properties();
		properties.setProperty("name", this.name);
		properties.setProperty("port", String.valueOf(this.port));
		properties.setProperty("state", this.state.name());
		properties.setProperty("pid", String.valueOf(this.pid));
		properties.setProperty("started", String.valueOf(this.started.toEpochMilli()));
		properties.setProperty("restarts", String.valueOf(this.restarts));
		properties.setProperty("note", this.note);
		Path fresh = directory.resolve(this.name + ".new");
		try (Writer writer = Files.newBufferedWriter(fresh)) {
			properties.store(writer, null);
		}
		Files.move(fresh, file(directory, this.name), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Reads what a process was last reported to do.
	 * @param directory where reports are
	 */
	public static Optional<ChildReport> read(Path directory, String name) throws IOException {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file(directory, name))) {
			properties.load(reader);
		}
		catch (NoSuchFileException _) {
			return Optional.empty();
		}
		return Optional
			.of(new ChildReport(properties.getProperty("name"), Integer.parseInt(properties.getProperty("port")),
					ChildState.valueOf(properties.getProperty("state")), Long.parseLong(properties.getProperty("pid")),
					Instant.ofEpochMilli(Long.parseLong(properties.getProperty("started"))),
					Integer.parseInt(properties.getProperty("restarts")), properties.getProperty("note")));
	}

	static void forget(Path directory, String name) throws IOException {
		Files.deleteIfExists(file(directory, name));
	}

	private static Path file(Path directory, String name) {
		return directory.resolve(name + ".properties");
	}

}
