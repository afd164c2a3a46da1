package io.mokuroku.local.cloud;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;

import io.mokuroku.local.Refusal;
import io.mokuroku.topology.Topology;

/**
 * The forms that the tables of a state were made in. A table keeps the keys and indexes
 * it was made with, so a build that needs others would fail at some later call.
 */
public final class KnownTables {

	private final Path state;

	/**
	 * The tables of a state.
	 * @param state the directory all state is kept under
	 */
	public KnownTables(Path state) {
		this.state = state;
	}

	/**
	 * Refuses a state whose tables were made in another form.
	 * @param wanted the tables of this build
	 * @throws Refusal if one of them does not fit
	 * @throws IOException if what was noted cannot be read
	 */
	public void check(List<Topology.Table> wanted) throws IOException {
		Properties known = known();
		for (Topology.Table table : wanted) {
			String form = known.getProperty(table.name());
			if (form != null && !form.equals(table.toString())) {
				throw new Refusal("The table " + table.name() + " in " + this.state
						+ " was made by another version and does not fit this one: \"down --wipe\" forgets the data,"
						+ " --state with another directory keeps it.");
			}
		}
	}

	/** Notes the form of tables that were made. */
	void note(List<Topology.Table> made) throws IOException {
		Properties known = known();
		if (made.stream().allMatch((table) -> table.toString().equals(known.getProperty(table.name())))) {
			return;
		}
		made.forEach((table) -> known.setProperty(table.name(), table.toString()));
		Files.createDirectories(file().getParent());
		Path fresh = file().resolveSibling("tables.new");
		try (Writer writer = Files.newBufferedWriter(fresh)) {
			known.store(writer, null);
		}
		Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private Properties known() throws IOException {
		Properties known = new Properties();
		try (Reader reader = Files.newBufferedReader(file())) {
			known.load(reader);
		}
		catch (NoSuchFileException _) {
			// a new state, or one from before forms were noted
		}
		return known;
	}

	private Path file() {
		return this.state.resolve("run").resolve("tables.properties");
	}

}
