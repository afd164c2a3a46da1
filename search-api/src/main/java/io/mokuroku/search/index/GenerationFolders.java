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

	private static final String FORM = "form";

	/** Raised with every change of the fields of documents. */
	private static final String PRESENT_FORM = "3";

	private final Path root;

	private volatile boolean outdated;

	GenerationFolders(Path root) {
		this.root = root;
	}

	/**
	 * The generation that answers. All others are removed, and so is what was written in
	 * another form; then the first generation is an empty one.
	 */
	Path open() {
		try {
			Files.createDirectories(this.root);
			Path file = this.root.resolve(CURRENT);
			Path form = this.root.resolve(FORM);
			if (!Files.exists(form) || !Files.readString(form, StandardCharsets.UTF_8).equals(PRESENT_FORM)) {
				this.outdated = !list((_) -> true).isEmpty();
				removeOthers("");
				for (Path old : list(Files::isRegularFile)) {
					Files.delete(old);
				}
				Path first = this.root.resolve(GENERATION + 1);
				Files.createDirectories(first);
				name(first);
				if (!this.outdated) {
					replace(form, PRESENT_FORM);
				}
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

	/**
	 * Whether what was found had another form, and nothing that is whole has taken its
	 * place. That survives a restart.
	 */
	boolean outdated() {
		return this.outdated;
	}

	/** A folder for the generation after another. */
	Path after(Path generation) {
		long number = Long.parseLong(generation.getFileName().toString().substring(GENERATION.length()));
		Path next = this.root.resolve(GENERATION + (number + 1));
		remove(next);
		return next;
	}

	/**
	 * Names the generation that answers from now on, which is whole. Where the form is
	 * the present one already, that is one step, which happens or does not.
	 */
	void use(Path generation) throws IOException {
		name(generation);
		if (this.outdated) {
			replace(this.root.resolve(FORM), PRESENT_FORM);
			this.outdated = false;
		}
	}

	private void name(Path generation) throws IOException {
		replace(this.root.resolve(CURRENT), generation.getFileName().toString());
	}

	private static void replace(Path file, String content) throws IOException {
		Path fresh = file.resolveSibling(file.getFileName() + ".new");
		Files.writeString(fresh, content, StandardCharsets.UTF_8);
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
