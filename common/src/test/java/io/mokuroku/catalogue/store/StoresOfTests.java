package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.message.Messages;
import io.mokuroku.telemetry.TraceContexts;
import io.mokuroku.testing.LocalEngines;

/**
 * The stores of the catalogue on the engines of tests, without an application that
 * listens to queues.
 *
 * @param entries the entries
 * @param parts their parts
 * @param links their links
 */
public record StoresOfTests(AnimeStore entries, EntryParts parts, SourceLinks links) {

	/** The stores of one test. */
	public static StoresOfTests on(LocalEngines engines) {
		InstantSource clock = InstantSource.system();
		OutboxRelay relay = new OutboxRelay(new Outbox(engines.dynamo()), Messages.sender(engines), clock,
				Duration.ofHours(1), new SimpleMeterRegistry());
		return new StoresOfTests(new AnimeStore(engines.dynamo(), relay, TraceContexts.disabled(), clock),
				new EntryParts(engines.dynamo()), new SourceLinks(engines.dynamo()));
	}

}
