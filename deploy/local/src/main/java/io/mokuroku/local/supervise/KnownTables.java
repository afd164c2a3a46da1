package io.mokuroku.local.supervise;

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
final class KnownTables {

	private final Path state;

	KnownTables(Path state) {
		this.state = state;
	}

	/**
	 * Refuses a state whose tables were made in another form, and notes the form of
	 * tables that will be made.
	 * @param wanted the tables of this build
	 */
	void check(List<Topology.Table> wanted) throws IOException {
		Properties known = new Properties();
		try (Reader reader = Files.newBufferedReader(file())) {
			known.load(reader);
		}
		catch (NoSuchFileException _) {
			// a new state, or one from before forms were noted
		}
		for (Topology.Table table : wanted) {
			String form = known.getProperty(table.name());
			if (form != null && !form.equals(table.toString())) {
				throw new Refusal("The table " + table.name() + " in " + this.state
						+ " was made by another version and does not fit this one: \"down --wipe\" forgets the data,"
						+ " --state with another directory keeps it.");
			}
			known.setProperty(table.name(), table.toString());
		}
		Path fresh = file().resolveSibling("tables.new");
		try (Writer writer = Files.newBufferedWriter(fresh)) {
			known.store(writer, null);
		}
		Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	private Path file() {
		return this.state.resolve("run").resolve("tables.properties");
	}

}
