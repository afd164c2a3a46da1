package io.mokuroku.local.cloud;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.mokuroku.local.Refusal;
import io.mokuroku.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class KnownTablesTests {

	@TempDir
	Path state;

	@Test
	void fitAsLongAsTheirFormIsTheSameAndMayBecomeMore() throws IOException {
		List<Topology.Table> all = Topology.load().tables();

		new KnownTables(this.state).note(all.subList(0, 1));

		assertThatNoException().isThrownBy(() -> new KnownTables(this.state).check(all));
		new KnownTables(this.state).note(all);
		assertThatNoException().isThrownBy(() -> new KnownTables(this.state).check(all));
	}

	@Test
	void doNotFitOnceOneNeedsAnotherForm() throws IOException {
		Topology.Table table = Topology.load().tables().getFirst();
		new KnownTables(this.state).note(List.of(table));

		Topology.Table other = otherwise(table);

		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> new KnownTables(this.state).check(List.of(other)))
			.withMessageStartingWith("The table " + table.name() + " in " + this.state + " was made by another version")
			.withMessageContaining("down --wipe");
	}

	@Test
	void doNotBindAStateInWhichTheyWereNeverMade() throws IOException {
		Topology.Table table = Topology.load().tables().getFirst();
		new KnownTables(this.state).check(List.of(table));

		assertThatNoException().isThrownBy(() -> new KnownTables(this.state).check(List.of(otherwise(table))));
	}

	private static Topology.Table otherwise(Topology.Table table) {
		return new Topology.Table(table.name(), table.hashKey(), "another_key", table.timeToLive(), table.indexes());
	}

}
