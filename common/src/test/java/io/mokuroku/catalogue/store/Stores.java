package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.Messages;
import io.mokuroku.telemetry.Traces;
import io.mokuroku.testing.LocalEngines;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

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
		return new Stores(entries(engines.dynamo(), Messages.sender(engines), clock), parts(engines.dynamo()),
				locks(engines.dynamo(), clock));
	}

	/** The entries, on any client. */
	public static AnimeStore entries(DynamoDbClient dynamo, MessageSender sender, InstantSource clock) {
		OutboxRelay idle = new OutboxRelay(new Outbox(dynamo), sender, clock, Duration.ofHours(1),
				new SimpleMeterRegistry());
		return new AnimeStore(dynamo, idle, Traces.none(), clock);
	}

	/** Their parts. */
	public static EntryParts parts(DynamoDbClient dynamo) {
		return new EntryParts(dynamo);
	}

	/** Their links. */
	public static SourceLinks links(DynamoDbClient dynamo) {
		return new SourceLinks(dynamo);
	}

	/** What became of them, in order. */
	public static ChangeFeed feed(DynamoDbClient dynamo) {
		return new ChangeFeed(dynamo);
	}

	/** Their mean score. */
	public static CatalogueMeans means(DynamoDbClient dynamo) {
		return new CatalogueMeans(dynamo);
	}

	/** Which dataset release they follow. */
	public static AppliedDatasets datasets(DynamoDbClient dynamo) {
		return new AppliedDatasets(dynamo);
	}

	/** All of them, one after the other. */
	public static EntryScan scan(DynamoDbClient dynamo) {
		return new EntryScan(dynamo);
	}

	/** Their locks. */
	public static ProcessingLocks locks(DynamoDbClient dynamo, InstantSource clock) {
		return new ProcessingLocks(dynamo, clock);
	}

}
