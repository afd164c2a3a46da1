package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folders of an index: one for each generation, and a file that names the one that
 * answers. The file is replaced in one step, so at any moment there is one answer to
 * which generation that is.
 */
final class GenerationFolders {

	private static final String GENERATION = "generation-";

	private static final String CURRENT = "current";

	private final Path root;

	GenerationFolders(Path root) {
		this.root = root;
	}

	/**
	 * The generation that answers. All others are removed; what was stored before there
	 * were generations becomes the first.
	 */
	Path open() {
		try {
			Files.createDirectories(this.root);
			Path file = this.root.resolve(CURRENT);
			if (!Files.exists(file)) {
				removeOthers("");
				Path first = this.root.resolve(GENERATION + 1);
				Files.createDirectories(first);
				for (Path old : list(Files::isRegularFile)) {
					Files.move(old, first.resolve(old.getFileName()));
				}
				use(first);
			}
			String name = Files.readString(file, StandardCharsets.UTF_8).strip();
			if (!name.matches(GENERATION + "\\d+")) {
				throw new IllegalStateException("%s names no generation".formatted(file));
			}
			removeOthers(name);
			return this.root.resolve(name);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The search index in %s cannot be opened".formatted(this.root), ex);
		}
	}

	/** A folder for the generation after another. */
	Path after(Path generation) {
		long number = Long.parseLong(generation.getFileName().toString().substring(GENERATION.length()));
		Path next = this.root.resolve(GENERATION + (number + 1));
		remove(next);
		return next;
	}

	/** Names the generation that answers from now on. */
	void use(Path generation) throws IOException {
		Path file = this.root.resolve(CURRENT);
		Path fresh = this.root.resolve(CURRENT + ".new");
		Files.writeString(fresh, generation.getFileName().toString(), StandardCharsets.UTF_8);
		try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Removes a generation. */
	void remove(Path generation) {
		if (!Files.exists(generation)) {
			return;
		}
		try (Stream<Path> files = Files.walk(generation)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be removed".formatted(generation), ex);
		}
	}

	private void removeOthers(String name) throws IOException {
		for (Path other : list((path) -> path.getFileName().toString().startsWith(GENERATION))) {
			if (!other.getFileName().toString().equals(name)) {
				remove(other);
			}
		}
	}

	private List<Path> list(Predicate<Path> which) throws IOException {
		try (Stream<Path> paths = Files.list(this.root)) {
			return paths.filter(which).toList();
		}
	}

}
