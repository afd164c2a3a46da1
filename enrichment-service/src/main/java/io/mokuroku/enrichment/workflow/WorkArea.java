package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import tools.jackson.core.JacksonException;

/**
 * What executions keep between their tasks: a folder per execution on a file system that
 * all workers share. A file appears whole or not at all, and writing it again is
 * harmless.
 */
public final class WorkArea {

	private final Path root;

	/** A work area below a folder, which is created when it is needed. */
	public WorkArea(Path root) {
		this.root = root.toAbsolutePath().normalize();
	}

	/**
	 * Keeps a value.
	 * @param name a relative path of letters, digits, dots, dashes and slashes
	 * @return the reference to read it by, which is that name
	 */
	public String write(String execution, String name, Object value) {
		Path file = file(execution, name);
		try {
			Path folder = java.util.Objects.requireNonNull(file.getParent());
			Files.createDirectories(folder);
			Path draft = Files.createTempFile(folder, "draft-", ".json");
			try {
				Files.write(draft, WorkflowJson.MAPPER.writeValueAsBytes(value));
				Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			}
			finally {
				Files.deleteIfExists(draft);
			}
			return name;
		}
		catch (IOException ex) {
			throw new RetryableFailure("The work area cannot be written", ex);
		}
	}

	/**
	 * Reads a value.
	 * @throws PermanentFailure with code {@code work_area_lost} if it is not there or not
	 * readable as such
	 */
	public <T> T read(String execution, String reference, Class<T> type) {
		try {
			return WorkflowJson.MAPPER.readValue(Files.readAllBytes(file(execution, reference)), type);
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
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new RetryableFailure("The work area cannot be cleaned", ex);
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
