package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.core.JacksonException;

/**
 * The executions that ended in the last 90 days: an index of one line each, read at
 * start, and their journals in one folder per day. As long as an execution is here its
 * name is taken.
 */
final class FinishedExecutions {

	/** How long the service remembers names and histories. */
	static final Duration RETENTION = Duration.ofDays(90);

	private final Path folder;

	private final Path index;

	private final Map<String, FinishedExecution> byKey = new LinkedHashMap<>();

	/** The keys of those whose line is not in the index yet. */
	private final Set<String> unnoted = new HashSet<>();

	private FinishedExecutions(Path folder) {
		this.folder = folder;
		this.index = folder.resolve("index.jsonl");
	}

	/**
	 * Reads the index, forgets what is too old and writes the index anew if it shrank.
	 */
	static FinishedExecutions open(Path folder, Instant now) throws IOException {
		Files.createDirectories(folder);
		FinishedExecutions finished = new FinishedExecutions(folder);
		finished.read();
		finished.forgetBefore(now.minus(RETENTION));
		return finished;
	}

	private void read() throws IOException {
		if (!Files.exists(this.index)) {
			return;
		}
		int lines = 0;
		boolean torn = false;
		for (String line : Files.readString(this.index).split("\n", -1)) {
			if (line.isEmpty()) {
				continue;
			}
			lines++;
			try {
				FinishedExecution execution = Json.MAPPER.readValue(line, FinishedExecution.class);
				this.byKey.put(execution.key(), execution);
			}
			catch (JacksonException ex) {
				torn = true;
			}
		}
		if (torn || lines > this.byKey.size()) {
			rewrite();
		}
	}

	/** Cheap when there is nothing to forget: the first to have ended comes first. */
	synchronized void forgetBefore(Instant limit) throws IOException {
		if (this.byKey.isEmpty() || !this.byKey.values().iterator().next().stoppedAt().isBefore(limit)) {
			return;
		}
		List<FinishedExecution> old = this.byKey.values()
			.stream()
			.filter((execution) -> execution.stoppedAt().isBefore(limit))
			.toList();
		old.forEach((execution) -> this.byKey.remove(execution.key()));
		rewrite();
		for (FinishedExecution execution : old) {
			Files.deleteIfExists(journal(execution));
		}
	}

	private void rewrite() throws IOException {
		List<String> lines = new ArrayList<>();
		this.byKey.values().forEach((execution) -> lines.add(Json.MAPPER.writeValueAsString(execution)));
		Path fresh = this.folder.resolve("index.new");
		Files.write(fresh, lines);
		Files.move(fresh, this.index, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Notes the end of an execution, then moves its journal here. May be done twice, and
	 * is to be done again after a failure; that the execution ended is known from the
	 * first time on.
	 */
	synchronized void add(FinishedExecution execution, Path journal) throws IOException {
		if (!execution.equals(this.byKey.put(execution.key(), execution))) {
			this.unnoted.add(execution.key());
		}
		if (this.unnoted.contains(execution.key())) {
			// on a line of its own even after one that could not be written whole
			String line = '\n' + Json.MAPPER.writeValueAsString(execution) + '\n';
			Files.writeString(this.index, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
			this.unnoted.remove(execution.key());
		}
		Path target = journal(execution);
		Files.createDirectories(target.getParent());
		Files.move(journal, target, StandardCopyOption.REPLACE_EXISTING);
	}

	Path journal(FinishedExecution execution) {
		LocalDate day = execution.stoppedAt().atOffset(ZoneOffset.UTC).toLocalDate();
		return this.folder.resolve(day.toString()).resolve(execution.key() + ".jsonl");
	}

	synchronized Optional<FinishedExecution> find(String key) {
		return Optional.ofNullable(this.byKey.get(key));
	}

	synchronized Collection<FinishedExecution> ofMachine(String machine) {
		return this.byKey.values().stream().filter((execution) -> execution.machine().equals(machine)).toList();
	}

}
