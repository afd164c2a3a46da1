package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import tools.jackson.core.JacksonException;

/**
 * What executions keep between their tasks: a folder per execution on a file system that
 * all workers share. A file appears whole or not at all, is checked when it is read, and
 * writing it again is harmless.
 * <p>
 * Both what one execution keeps and the whole are limited. The whole is measured when it
 * seems to be full and with every sweep; in between an instance counts what it writes
 * itself, so several may exceed the limit by what they write between two sweeps. The
 * gauge {@value #BYTES} tells its size, the counter {@value #FULL} the refusals.
 */
public final class WorkArea {

	static final String BYTES = "mokuroku.enrichment.work-area.bytes";

	static final String FULL = "mokuroku.enrichment.work-area.full";

	/** How long whoever finds the area full waits at least. */
	private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofSeconds(30);

	private final Path root;

	private final WorkAreaSettings settings;

	private final MeterRegistry metrics;

	private final AtomicLong used = new AtomicLong();

	/** A work area below a folder, which is created when it is needed. */
	public WorkArea(Path root, WorkAreaSettings settings, MeterRegistry metrics) {
		this.root = root.toAbsolutePath().normalize();
		this.settings = settings;
		this.metrics = metrics;
		metrics.gauge(BYTES, this.used);
	}

	/**
	 * Keeps a value.
	 * @param name a relative path of letters, digits, dots, dashes and slashes
	 * @return the reference to read it by, which is that name
	 * @throws RetryableFailure if the area is full or cannot be written
	 * @throws PermanentFailure with code {@code work_area_quota} if the execution keeps
	 * too much
	 */
	public String write(String execution, String name, Object value) {
		Path file = file(execution, name);
		byte[] content = WorkflowJson.MAPPER.writeValueAsBytes(value);
		try {
			makeSureThereIsRoom(execution, WorkFile.sizeOf(content));
			Files.createDirectories(Objects.requireNonNull(file.getParent()));
			WorkFile.write(file, content);
			this.used.addAndGet(WorkFile.sizeOf(content));
			return name;
		}
		catch (IOException ex) {
			throw new RetryableFailure("The work area cannot be written", ex);
		}
	}

	/**
	 * Reads a value.
	 * @throws PermanentFailure with code {@code work_area_lost} if it is not there or not
	 * readable as such, {@code work_area_corrupt} if it is not what was written
	 */
	public <T> T read(String execution, String reference, Class<T> type) {
		try {
			byte[] content = WorkFile.read(file(execution, reference))
				.orElseThrow(() -> new PermanentFailure("work_area_corrupt", "Not as it was written: " + reference));
			return WorkflowJson.MAPPER.readValue(content, type);
		}
		catch (NoSuchFileException | JacksonException ex) {
			throw new PermanentFailure("work_area_lost", "No " + type.getSimpleName() + " at " + reference, ex);
		}
		catch (IOException ex) {
			throw new RetryableFailure("The work area cannot be read", ex);
		}
	}

	/** Forgets an execution. */
	public void remove(String execution) {
		Path folder = file(execution, "");
		try {
			long bytes = WorkFolders.bytes(folder);
			WorkFolders.remove(folder);
			this.used.updateAndGet((known) -> Math.max(0, known - bytes));
		}
		catch (IOException ex) {
			throw new RetryableFailure("The work area cannot be cleaned", ex);
		}
	}

	/**
	 * The executions of which nothing was written since a moment.
	 * @param unreadable is told of each of which that cannot be told, and why
	 */
	List<String> untouchedSince(Instant moment, BiConsumer<String, RuntimeException> unreadable) {
		List<String> untouched = new ArrayList<>();
		for (Path folder : folders()) {
			String execution = folder.getFileName().toString();
			try {
				if (WorkFolders.writtenAt(folder).isBefore(moment)) {
					untouched.add(execution);
				}
			}
			catch (IOException ex) {
				unreadable.accept(execution, new RetryableFailure("The work area cannot be read: " + ex, ex));
			}
		}
		return untouched;
	}

	/** Measures the whole. */
	void measure() {
		try {
			this.used.set(WorkFolders.bytes(this.root));
		}
		catch (IOException ex) {
			throw new RetryableFailure("The work area cannot be read", ex);
		}
	}

	private void makeSureThereIsRoom(String execution, long more) throws IOException {
		if (WorkFolders.bytes(file(execution, "")) + more > this.settings.perExecution().toBytes()) {
			this.metrics.counter(FULL, "limit", "execution").increment();
			throw new PermanentFailure("work_area_quota", "An execution keeps at most " + this.settings.perExecution());
		}
		if (isFullWith(more)) {
			measure();
			if (isFullWith(more)) {
				this.metrics.counter(FULL, "limit", "total").increment();
				throw new RetryableFailure("The work area is full: it holds " + this.settings.total(), null,
						UNTIL_THERE_IS_ROOM);
			}
		}
	}

	private boolean isFullWith(long more) {
		return this.used.get() + more > this.settings.total().toBytes();
	}

	private List<Path> folders() {
		if (!Files.isDirectory(this.root)) {
			return List.of();
		}
		try (Stream<Path> all = Files.list(this.root)) {
			return all.filter(Files::isDirectory).sorted().toList();
		}
		catch (IOException | UncheckedIOException ex) {
			throw new RetryableFailure("The work area cannot be read", ex);
		}
	}

	private Path file(String execution, String name) {
		Path folder = this.root.resolve(execution).normalize();
		Path file = folder.resolve(name).normalize();
		if (execution.isBlank() || !this.root.equals(folder.getParent()) || !file.startsWith(folder)) {
			throw new PermanentFailure("invalid_reference", "Not inside the work area: " + execution + "/" + name);
		}
		return file;
	}

}
