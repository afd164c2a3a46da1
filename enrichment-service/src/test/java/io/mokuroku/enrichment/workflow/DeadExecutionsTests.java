package io.mokuroku.enrichment.workflow;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.commit.LeaveEntry;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What executions leave behind that ended without cleaning up.
 */
final class DeadExecutionsTests {

	private static final Duration KEEP_FOR = Duration.ofHours(6);

	private static final AnimeId OTHER = AnimeId.mintedFrom(new SourceLink(Provider.MYANIMELIST, "990777"));

	private final Instant now = Instant.now();

	private final Stores stores = Stores.on(LocalEngines.start(), InstantSource.fixed(this.now));

	private final ExecutionsInMemory executions = new ExecutionsInMemory();

	private final AnimeEntry entry = Works.anActiveEntry();

	private final Path folder;

	private final WorkArea area;

	private final DeadExecutions dead;

	private String name = "";

	DeadExecutionsTests(@TempDir Path folder) {
		this.folder = folder;
		this.area = WorkAreas.in(folder);
		this.dead = new DeadExecutions(this.executions, this.stores.locks(), this.area,
				new LeaveEntry(this.stores.anime(), this.stores.parts(), this.stores.locks(), this.area),
				InstantSource.fixed(this.now));
	}

	@BeforeEach
	void anExecutionThatWroteSevenHoursAgo() throws IOException {
		LocalEngines.start().reset();
		this.stores.anime().add(List.of(this.entry));
		Lock lock = this.stores.locks().tryAcquire(this.entry.id(), "request-1", Duration.ofHours(24)).orElseThrow();
		this.name = ExecutionName.under(lock).toString();
		this.stores.parts().putProposal(this.entry);
		this.area.write(this.name, "stage/media.json", List.of());
		WorkAreaTests.age(this.folder.resolve(this.name), this.now.minus(Duration.ofHours(7)));
		this.executions.start(this.name, "{}");
	}

	@Test
	void givesBackWhatADeadExecutionHeld() {
		this.executions.end(this.name, "FAILED");
		assertThat(this.dead.sweep(KEEP_FOR)).isEqualTo(1);
		assertThat(this.folder).isEmptyDirectory();
		assertThat(this.stores.locks().find(this.entry.id())).isEmpty();
		assertThat(this.stores.parts().findProposal(this.entry.id())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "api-1, PT5M", "sync-1, PT1H" })
	void freesWhatARequestHoldsThatDiedBeforeItsExecutionBegan(String owner, Duration patience) {
		assertThat(this.dead.free(aLock(owner, patience.plusSeconds(1)))).isTrue();
		assertThat(this.stores.locks().find(OTHER)).isEmpty();
		assertThat(this.dead.free(aLock(owner, patience.minusSeconds(1)))).as("it may still begin").isFalse();
		assertThat(this.stores.locks().find(OTHER)).isPresent();
	}

	/** Taken some time ago under a name that no execution has. */
	private Lock aLock(String owner, Duration ago) {
		return Stores.on(LocalEngines.start(), InstantSource.fixed(this.now.minus(ago)))
			.locks()
			.tryAcquire(OTHER, owner, Duration.ofHours(24))
			.orElseThrow();
	}

	@Test
	void leavesAnExecutionAloneThatWaitsForAPerson() {
		assertThat(this.dead.sweep(KEEP_FOR)).isZero();
		assertThat(this.folder.resolve(this.name)).exists();
		assertThat(this.stores.locks().find(this.entry.id())).isPresent();
	}

	@Test
	void givesAnExecutionTimeToCleanUpItself() {
		this.executions.end(this.name, "FAILED");
		assertThat(this.dead.sweep(Duration.ofHours(8))).isZero();
		assertThat(this.folder.resolve(this.name)).exists();
	}

	@Test
	void leavesTheNextExecutionOfTheEntryAlone() {
		this.executions.end(this.name, "FAILED");
		this.stores.locks().release(this.stores.locks().find(this.entry.id()).orElseThrow());
		Lock next = this.stores.locks().tryAcquire(this.entry.id(), "request-2", Duration.ofHours(1)).orElseThrow();
		this.stores.parts()
			.putProposal(this.entry.with((change) -> change.revision = this.entry.revision().next(this.now, null)));
		this.dead.sweep(KEEP_FOR);
		assertThat(this.folder).isEmptyDirectory();
		assertThat(this.stores.locks().find(this.entry.id())).contains(next);
		assertThat(this.stores.parts().findProposal(this.entry.id())).isPresent();
	}

	@Test
	void removesWhatNobodyKnows() throws IOException {
		this.area.write("of-another-time", "note.json", List.of());
		WorkAreaTests.age(this.folder.resolve("of-another-time"), this.now.minus(Duration.ofDays(2)));
		assertThat(this.dead.sweep(KEEP_FOR)).isEqualTo(1);
		assertThat(this.folder.resolve("of-another-time")).doesNotExist();
	}

	@Test
	void goesOnWithTheOthersWhereOneCannotBeCleanedUp() throws IOException {
		this.executions.end(this.name, "FAILED");
		this.area.write("zz-of-another-time", "note.json", List.of());
		WorkAreaTests.age(this.folder.resolve("zz-of-another-time"), this.now.minus(Duration.ofDays(2)));
		DeadExecutions failing = new DeadExecutions(this.executions, this.stores.locks(), this.area, (run, owner) -> {
			throw new RetryableFailure("The work area cannot be cleaned", null);
		}, InstantSource.fixed(this.now));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> failing.sweep(KEEP_FOR))
			.withMessageContaining(this.name)
			.withMessageContaining("The work area cannot be cleaned");
		assertThat(this.folder.resolve(this.name)).exists();
		assertThat(this.folder.resolve("zz-of-another-time")).doesNotExist();
	}

	@Test
	void goesOnWithTheOthersWhereOneCannotBeRead() throws IOException {
		this.area.write("zz-of-another-time", "note.json", List.of());
		WorkAreaTests.age(this.folder.resolve("zz-of-another-time"), this.now.minus(Duration.ofDays(2)));
		try (Closeable _ = WorkAreas.tooDeepToRead(this.folder.resolve(this.name))) {
			assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.dead.sweep(KEEP_FOR))
				.withMessageStartingWith("Not cleaned up: [" + this.name + "]");
		}
		assertThat(this.folder.resolve("zz-of-another-time")).doesNotExist();
	}

	@Test
	void removesNothingWhileItCannotTellWhatRuns() {
		this.executions.end(this.name, "FAILED");
		this.executions.stop();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.dead.sweep(KEEP_FOR));
		assertThat(this.folder.resolve(this.name)).exists();
	}

}
