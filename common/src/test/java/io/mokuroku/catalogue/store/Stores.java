package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.InstantSource;

import io.mokuroku.message.Messages;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.testing.LocalEngines;

/**
 * The catalogue store on the engines of a test. What is committed stays in the outbox.
 *
 * @param anime the entries
 * @param parts what lies beside them
 * @param locks who works on them
 */
public record Stores(AnimeStore anime, EntryParts parts, ProcessingLocks locks) {

	/** A store that tells the time by a clock. */
	public static Stores on(LocalEngines engines, InstantSource clock) {
		OutboxRelay idle = new OutboxRelay(new Outbox(engines.dynamo()), Messages.sender(engines), clock,
				Duration.ofHours(1));
		return new Stores(new AnimeStore(engines.dynamo(), idle, TraceContexts.disabled(), clock),
				new EntryParts(engines.dynamo()), new ProcessingLocks(engines.dynamo(), clock));
	}

}
