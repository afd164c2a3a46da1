package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journals of the executions that have not ended: one folder, one file each. What a
 * crash cut is mended when a journal is read.
 */
final class RunningJournals implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(RunningJournals.class);

	private static final String SUFFIX = ".jsonl";

	private final Path folder;

	private final Machines machines;

	private final DiskSync disk = new DiskSync();

	private RunningJournals(Path folder, Machines machines) {
		this.folder = folder;
		this.machines = machines;
	}

	static RunningJournals open(Path folder, Machines machines) throws IOException {
		return new RunningJournals(Files.createDirectories(folder), machines);
	}

	/** Every execution that can be read; a journal that cannot is left alone. */
	List<RunningExecution> readAll() throws IOException {
		List<RunningExecution> executions = new ArrayList<>();
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter((file) -> file.toString().endsWith(SUFFIX)).toList()) {
				try {
					read(file).ifPresent((execution) -> executions.add(new RunningExecution(file, execution)));
				}
				catch (IOException | RuntimeException ex) {
					logger.error("event=journal-unreadable action=left-alone file={}", file.getFileName(), ex);
				}
			}
		}
		return executions;
	}

	/**
	 * Reads an execution back.
	 * @return the execution, or empty if it was not even begun
	 */
	Optional<Execution> read(Path file) throws IOException {
		Optional<Journal.Contents> contents = Journal.read(file);
		if (contents.isEmpty()) {
			logger.warn("event=journal-without-header action=deleted file={}", file.getFileName());
			Files.delete(file);
			return Optional.empty();
		}
		if (contents.get().isTorn()) {
			logger.warn("event=journal-torn action=truncated file={} bytes={}", file.getFileName(),
					contents.get().length() - contents.get().whole());
			Journal.truncate(file, contents.get().whole());
		}
		Execution execution = begin(contents.get().header());
		contents.get().batches().forEach(execution::apply);
		return Optional.of(execution);
	}

	/** Begins an execution. Its journal is on its way to the disk when this returns. */
	RunningExecution create(Header header) throws IOException {
		Path file = this.folder.resolve(Tokens.key(header.arn()) + SUFFIX);
		Execution execution = begin(header);
		Journal.create(file, header);
		this.disk.wrote(file);
		return new RunningExecution(file, execution);
	}

	void append(Path file, Batch batch) throws IOException {
		Journal.append(file, batch);
		this.disk.wrote(file);
	}

	private Execution begin(Header header) throws IOException {
		return new Execution(header, this.machines.getDefinition(header.definition()));
	}

	@Override
	public void close() {
		this.disk.close();
	}

}
