package io.mokuroku.local.cloud;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A queued message as the journal keeps it. Times are milliseconds since the epoch.
 *
 * @param id the message id
 * @param body the text of the message
 * @param attributes the message attributes by name
 * @param created when it was sent
 * @param origin what does not change after sending: group, deduplication id and the like
 * @param delivery what changes with every receive
 */
record StoredMessage(String id, String body, Map<String, Attribute> attributes, long created, Origin origin,
		Delivery delivery) {

	StoredMessage {
		attributes = Map.copyOf(attributes);
	}

	StoredMessage with(Delivery next) {
		return new StoredMessage(this.id, this.body, this.attributes, this.created, this.origin, next);
	}

	/**
	 * A message attribute.
	 *
	 * @param type String, Number or Binary
	 * @param customType what follows the dot of a custom type, if any
	 * @param value the value; base64 for Binary
	 */
	record Attribute(String type, @Nullable String customType, String value) {
	}

	/**
	 * Where a message comes from.
	 */
	record Origin(@Nullable String group, @Nullable String deduplicationId, @Nullable String sequenceNumber,
			@Nullable String traceHeader, @Nullable String deadLetterSource) {
	}

	/**
	 * How often and when a message was handed out.
	 *
	 * @param visibleAt when it may be handed out next
	 * @param firstReceived when it was handed out first, null when never
	 * @param receiveCount how often it was handed out
	 * @param receipt the receipt of the last time, null when never
	 */
	record Delivery(long visibleAt, @Nullable Long firstReceived, int receiveCount, @Nullable String receipt) {
	}

}
