package io.mokuroku.local.states;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * The state machines and, by their digest, all definitions they ever had: an execution
 * keeps the one it was started with.
 */
final class Machines {

	private final Path machines;

	private final Path definitions;

	private final Map<String, Machine> byName = new ConcurrentSkipListMap<>();

	private final Map<String, Definition> parsed = new ConcurrentHashMap<>();

	private Machines(Path machines, Path definitions) {
		this.machines = machines;
		this.definitions = definitions;
	}

	static Machines open(Path folder) throws IOException {
		Machines opened = new Machines(folder.resolve("machines"), folder.resolve("definitions"));
		Files.createDirectories(opened.machines);
		Files.createDirectories(opened.definitions);
		try (Stream<Path> files = Files.list(opened.machines)) {
			for (Path file : files.filter((file) -> file.toString().endsWith(".json")).toList()) {
				Machine machine = Json.MAPPER.readValue(Files.readString(file), Machine.class);
				opened.byName.put(machine.name(), machine);
			}
		}
		return opened;
	}

	Optional<Machine> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	Collection<Machine> all() {
		return List.copyOf(this.byName.values());
	}

	void save(Machine machine) throws IOException {
		write(file(machine.name()), Json.MAPPER.writeValueAsString(machine));
		this.byName.put(machine.name(), machine);
	}

	void remove(String name) throws IOException {
		Files.deleteIfExists(file(name));
		this.byName.remove(name);
	}

	/** Keeps a definition that was parsed, and gives its digest. */
	String keep(String text, Definition definition) throws IOException {
		String digest = Tokens.digestOf(text);
		Path file = this.definitions.resolve(digest + ".json");
		if (!Files.exists(file)) {
			write(file, text);
		}
		this.parsed.put(digest, definition);
		return digest;
	}

	String getText(String digest) throws IOException {
		return Files.readString(this.definitions.resolve(digest + ".json"));
	}

	Definition getDefinition(String digest) throws IOException {
		Definition known = this.parsed.get(digest);
		if (known == null) {
			known = DefinitionParser.parse(getText(digest));
			this.parsed.put(digest, known);
		}
		return known;
	}

	private Path file(String name) {
		return this.machines.resolve(Tokens.key(Arns.machine(name)) + ".json");
	}

	private static void write(Path file, String text) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		Files.writeString(fresh, text);
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

}
