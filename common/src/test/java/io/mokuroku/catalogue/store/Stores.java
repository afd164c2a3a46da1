package io.mokuroku.catalogue.store;

import java.time.Duration;
import java.time.InstantSource;

import io.mokuroku.message.MessageSender;
import io.mokuroku.telemetry.TraceContexts;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The catalogue store to test with, on any client. What it commits stays in the outbox.
 */
public final class Stores {

	private Stores() {
	}

	/** The entries. */
	public static AnimeStore entries(DynamoDbClient dynamo, MessageSender sender, InstantSource clock) {
		OutboxRelay idle = new OutboxRelay(new Outbox(dynamo), sender, clock, Duration.ofHours(1));
		return new AnimeStore(dynamo, idle, TraceContexts.disabled(), clock);
	}

	/** Their parts. */
	public static EntryParts parts(DynamoDbClient dynamo) {
		return new EntryParts(dynamo);
	}

	/** Their links. */
	public static SourceLinks links(DynamoDbClient dynamo) {
		return new SourceLinks(dynamo);
	}

	/** Their locks. */
	public static ProcessingLocks locks(DynamoDbClient dynamo, InstantSource clock) {
		return new ProcessingLocks(dynamo, clock);
	}

}
