package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Entries of requests whose attempts ran out, and the same requests moved back to their
 * queue.
 */
final class AbandonedRequestsTests {

	private Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private final LocalEngines engines = LocalEngines.start();

	private final Stores stores = Stores.on(this.engines, () -> this.now);

	private final AnimeEntry entry = Works.aDraft();

	private final AnimeId id = this.entry.id();

	private final ExecutionsInMemory executions = new ExecutionsInMemory();

	private final StartEnrichment enrichment;

	AbandonedRequestsTests(@TempDir Path folder) {
		DeadExecutions dead = new DeadExecutions(this.executions, this.stores.locks(), WorkAreas.in(folder),
				(run, owner) -> {
				}, () -> this.now);
		this.enrichment = new StartEnrichment(this.stores.anime(), this.stores.locks(), this.executions,
				new EnrichmentRuns(this.engines.dynamo()), dead, PayloadSchemas.load(), () -> 0, (_) -> {
				}, Traces.none(), () -> this.now, new EnrichmentSettings(true, "machine", null, "role", 2, 1,
						Duration.ofHours(24), Duration.ofSeconds(30)));
	}

	@BeforeEach
	void anEntryThatASyncAskedFor() {
		this.engines.reset();
		this.stores.anime().add(List.of(this.entry));
		assertThat(this.stores.locks().tryAcquire(this.id, "sync-7", Duration.ofHours(24))).isPresent();
	}

	@Test
	void doNotKeepTheirEntriesFromOthers() {
		failFor("sync-7");
		this.now = this.now.plus(Duration.ofHours(1));
		assertThat(start("request-2")).as("while it may be tried").isInstanceOf(StartOutcome.Busy.class);
		this.now = this.now.plusMillis(1);
		assertThat(start("request-2")).isInstanceOf(StartOutcome.Started.class);
		assertThat(lock().owner()).isEqualTo("request-2");
	}

	@Test
	void keepTheirEntriesWhileNobodyCanTellWhetherTheyRun() {
		this.now = this.now.plus(Duration.ofHours(2));
		this.executions.stop();
		assertThat(start("request-2")).isInstanceOf(StartOutcome.Busy.class);
		failFor("sync-7");
		assertThat(lock().owner()).isEqualTo("sync-7");
	}

	@Test
	void waitForWhoeverTookTheirEntryAndGoOn() {
		this.now = this.now.plus(Duration.ofHours(2));
		assertThat(start("request-2")).isInstanceOf(StartOutcome.Started.class);
		assertThat(start("sync-7")).isInstanceOf(StartOutcome.Busy.class);
		this.stores.locks().release(lock());
		assertThat(start("sync-7")).isInstanceOf(StartOutcome.Started.class);
		assertThat(lock().owner()).isEqualTo("sync-7");
	}

	@Test
	void startUnderALockThatNobodyTakesForAbandoned() {
		Lock before = lock();
		this.now = this.now.plus(Duration.ofHours(2));
		assertThat(start("sync-7")).isInstanceOf(StartOutcome.Started.class);
		Lock lock = lock();
		assertThat(lock.fencing()).isEqualTo(this.now.toEpochMilli());
		assertThat(this.executions.inputs()).containsOnlyKeys(ExecutionName.under(lock).toString());
		assertThat(this.stores.locks().release(before)).as("by whoever saw it before").isFalse();
	}

	@Test
	void startNothingTwice() {
		this.executions.loseAnswers();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> start("sync-7"));
		Lock lock = lock();
		this.executions.findAnswers();
		this.now = this.now.plus(Duration.ofHours(2));
		assertThat(start("sync-7")).isEqualTo(new StartOutcome.Started("arn:" + ExecutionName.under(lock)));
		assertThat(this.executions.inputs()).hasSize(1);
		assertThat(lock()).isEqualTo(lock);
	}

	/** Tries a request once while Step Functions is away. */
	private void failFor(String requestId) {
		this.executions.stop();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> start(requestId));
		this.executions.restart();
	}

	private StartOutcome start(String requestId) {
		return this.enrichment.start(new EnrichmentRequested(this.id, Mode.FULL, null, "because", requestId));
	}

	private Lock lock() {
		return this.stores.locks().find(this.id).orElseThrow();
	}

}
