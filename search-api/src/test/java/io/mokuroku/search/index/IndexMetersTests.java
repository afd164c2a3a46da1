package io.mokuroku.search.index;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.message.CatalogueChanged.Change;
import io.mokuroku.search.Shows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class IndexMetersTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final AnimeEntry monster = Shows.anEntry(19, "Monster");

	private Instant now = this.monster.revision().updatedAt();

	@TempDir
	Path folder;

	private AnimeIndex index;

	private IndexMeters meters;

	@BeforeEach
	void open() {
		this.index = TestIndexes.open(this.folder);
		this.meters = new IndexMeters(this.index, this.registry, () -> this.now);
	}

	@AfterEach
	void close() {
		TestIndexes.close(this.index);
	}

	@Test
	void tellsHowLongACommitTookToReachAnswers() {
		this.now = this.now.plusSeconds(3);
		long version = this.monster.revision().version();
		this.meters.indexed(List.of(new Change(this.monster.id(), version), new Change(this.monster.id(), version + 1)),
				Map.of(this.monster.id(), this.monster));
		assertThat(this.registry.get(IndexMeters.LAG).timer().count()).as("only the version that is shown").isOne();
		assertThat(this.registry.get(IndexMeters.LAG).timer().totalTime(TimeUnit.SECONDS)).isEqualTo(3);
	}

	@Test
	void tellsHowManyEntriesAreInEachState() {
		assertThat(entries("draft")).isZero();
		this.index.apply(List.of(put(20, Lifecycle.DRAFT), put(21, Lifecycle.DRAFT), put(22, Lifecycle.ACTIVE),
				put(23, Lifecycle.ORPHANED)));
		this.now = this.now.plusSeconds(60);
		assertThat(entries("draft")).isEqualTo(2);
		assertThat(entries("active")).isOne();
		assertThat(entries("hidden")).isOne();
		assertThat(this.registry.get(IndexMeters.PENDING).gauge().value()).isEqualTo(3);
	}

	private static IndexChange put(int number, Lifecycle lifecycle) {
		return IndexChange.of(Shows.anEntry(number, "Show " + number).with((change) -> change.lifecycle = lifecycle),
				null);
	}

	private double entries(String state) {
		return this.registry.get(IndexMeters.ENTRIES).tag("state", state).gauge().value();
	}

}
