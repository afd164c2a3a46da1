package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.Lock;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.enrichment.Works;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An entry and all that a request for it meets on its way to an execution.
 */
final class Starts {

	static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	final LocalEngines engines = LocalEngines.start();

	final Stores stores = Stores.on(this.engines, InstantSource.fixed(NOW));

	final AnimeEntry entry = Works.aDraft();

	final AnimeId id = this.entry.id();

	final ExecutionsInMemory executions = new ExecutionsInMemory();

	int openTasks;

	final List<AnimeEntry> forgotten = new ArrayList<>();

	final List<TaskRun> cleanedUp = new ArrayList<>();

	private final DeadExecutions dead;

	final StartEnrichment enrichment;

	Starts(Path folder) {
		this.dead = new DeadExecutions(this.executions, this.stores.locks(), WorkAreas.in(folder), (run, owner) -> {
			this.cleanedUp.add(run);
			this.stores.locks()
				.find(run.animeId())
				.filter((lock) -> lock.owner().equals(owner))
				.ifPresent(this.stores.locks()::release);
		}, InstantSource.fixed(NOW));
		this.enrichment = noting(this.engines.dynamo());
	}

	/** Empties the engines and adds the entry. */
	void anEntry() {
		this.engines.reset();
		this.stores.anime().add(List.of(this.entry));
	}

	/** The lock of the entry, while it lasts. */
	Optional<Lock> lock() {
		return this.stores.locks().find(this.id);
	}

	/** Makes the entry one that was merged into another. */
	void redirect() {
		AnimeEntry redirect = this.entry.with((change) -> {
			change.lifecycle = Lifecycle.REDIRECT;
			change.mergedInto = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#1"));
			change.revision = this.entry.revision().next(NOW, null);
		});
		this.stores.anime().save(redirect, this.entry, null);
	}

	/** The code that a request of a queue is refused with. */
	String refused() {
		return assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.enrichment.start(asking("request-1")))
			.actual()
			.code();
	}

	/** A request for everything about the entry. */
	EnrichmentRequested asking(String requestId) {
		return new EnrichmentRequested(this.id, Mode.FULL, null, "because", requestId);
	}

	/** Starts that are noted elsewhere. */
	StartEnrichment noting(DynamoDbClient dynamo) {
		return new StartEnrichment(this.stores.anime(), this.stores.locks(), this.executions,
				new EnrichmentRuns(dynamo), this.dead, PayloadSchemas.load(), () -> this.openTasks, this.forgotten::add,
				Traces.none(), InstantSource.fixed(NOW), new EnrichmentSettings(true, "machine", null, "role", 2, 1,
						Duration.ofHours(1), Duration.ofSeconds(30)));
	}

}
