package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

	private static final Logger log = LoggerFactory.getLogger(ChildReport.class);

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
	 * @return the report, empty where there is none or a power cut left half of one
	 */
	public static Optional<ChildReport> read(Path directory, String name) throws IOException {
		Path file = file(directory, name);
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
			return Optional.of(of(properties));
		}
		catch (NoSuchFileException _) {
			return Optional.empty();
		}
		catch (CharacterCodingException | IllegalArgumentException ex) {
			log.warn("event=report-unreadable file={} cause=\"{}\"", file, ex.toString());
			return Optional.empty();
		}
	}

	private static ChildReport of(Properties properties) {
		return new ChildReport(text(properties, "name"), Integer.parseInt(text(properties, "port")),
				ChildState.valueOf(text(properties, "state")), Long.parseLong(text(properties, "pid")),
				Instant.ofEpochMilli(Long.parseLong(text(properties, "started"))),
				Integer.parseInt(text(properties, "restarts")), text(properties, "note"));
	}

	private static String text(Properties properties, String name) {
		String text = properties.getProperty(name);
		if (text == null) {
			throw new IllegalArgumentException("no " + name);
		}
		return text;
	}

	static void forget(Path directory, String name) throws IOException {
		Files.deleteIfExists(file(directory, name));
	}

	private static Path file(Path directory, String name) {
		return directory.resolve(name + ".properties");
	}

}
