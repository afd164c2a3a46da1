package io.mokuroku.catalogue.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import io.mokuroku.message.CatalogueChanged;
import org.jspecify.annotations.Nullable;

/**
 * A message that was committed together with the change it tells of and waits to be sent.
 *
 * @param shard one of {@link Outbox#SHARDS}
 * @param rowId sorts by time of commit
 * @param message what to send
 * @param traceparent the trace of the change
 */
public record OutboxRow(String shard, String rowId, CatalogueChanged message, @Nullable String traceparent) {

	public OutboxRow {
		Objects.requireNonNull(shard, "shard");
		Objects.requireNonNull(rowId, "rowId");
		Objects.requireNonNull(message, "message");
	}

	static OutboxRow of(CatalogueChanged message, @Nullable String traceparent, Instant now) {
		UUID unique = UUID.randomUUID();
		String shard = Outbox.SHARDS.get(Math.floorMod(unique.hashCode(), Outbox.SHARDS.size()));
		return new OutboxRow(shard, timeKey(now) + "-" + unique, message, traceparent);
	}

	static String timeKey(Instant time) {
		return String.format(Locale.ROOT, "%013d", time.toEpochMilli());
	}

}
