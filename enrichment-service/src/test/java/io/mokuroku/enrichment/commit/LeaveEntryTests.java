package io.mokuroku.enrichment.commit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.workflow.TaskRun;
import io.mokuroku.enrichment.workflow.WorkArea;
import io.mokuroku.enrichment.workflow.WorkAreas;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class LeaveEntryTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.fixed(NOW));

	private final AnimeEntry entry = Works.anActiveEntry();

	private final AnimeEntry proposal = this.entry
		.with((change) -> change.revision = this.entry.revision().next(NOW, null));

	private final AnimeId id = this.entry.id();

	private final Path folder;

	private final WorkArea area;

	LeaveEntryTests(@TempDir Path folder) {
		this.folder = folder;
		this.area = WorkAreas.in(folder);
	}

	@BeforeEach
	void anExecutionAtWork() {
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(this.entry));
		this.stores.parts().putProposal(this.proposal);
		this.area.write("execution-1", "stage/media.json", List.of());
		this.area.write("execution-2", "stage/media.json", List.of());
	}

	@Test
	void givesBackTheLockAndCleansUp() {
		lock("request-1");
		leave();
		assertThat(this.stores.locks().find(this.id)).isEmpty();
		assertThat(this.stores.parts().findProposal(this.id)).isEmpty();
		assertThat(this.folder.resolve("execution-1")).doesNotExist();
		assertThat(this.stores.anime().find(this.id)).contains(this.entry);
	}

	@Test
	void leavesOtherExecutionsAlone() {
		Lock theirs = lock("request-2");
		leave();
		assertThat(this.stores.locks().find(this.id)).contains(theirs);
		assertThat(this.stores.parts().findProposal(this.id)).contains(this.proposal);
		assertThat(Files.exists(this.folder.resolve("execution-2/stage/media.json"))).isTrue();
	}

	@Test
	void removesAProposalThatTheEntryHasOvertaken() {
		lock("request-2");
		this.stores.anime().save(this.proposal, this.entry, null);
		leave();
		assertThat(this.stores.parts().findProposal(this.id)).isEmpty();
	}

	@Test
	void mayBeDoneTwice() {
		lock("request-1");
		leave();
		leave();
		assertThat(this.stores.locks().find(this.id)).isEmpty();
	}

	private void leave() {
		new LeaveEntry(this.stores.anime(), this.stores.parts(), this.stores.locks(), this.area)
			.work(new TaskRun("execution-1", this.id), new LeaveEntry.Input(new Owner("request-1")));
	}

	private Lock lock(String owner) {
		return this.stores.locks().tryAcquire(this.id, owner, Duration.ofHours(1)).orElseThrow();
	}

}
