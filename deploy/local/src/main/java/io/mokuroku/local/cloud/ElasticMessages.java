package io.mokuroku.local.cloud;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.DeduplicationId;
import org.elasticmq.MessageAttribute;
import org.elasticmq.MessageContent;
import org.elasticmq.NeverReceived$;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.OnDateTimeReceived;
import org.elasticmq.Received;
import org.elasticmq.StringMessageAttribute;
import org.elasticmq.TracingId;
import org.elasticmq.actor.queue.InternalMessage;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.OptionConverters;

/**
 * Translates between ElasticMQ's messages and the journal's.
 */
final class ElasticMessages {

	private ElasticMessages() {
	}

	static StoredMessage stored(InternalMessage message) {
		Map<String, StoredMessage.Attribute> attributes = new LinkedHashMap<>();
		CollectionConverters.asJava(message.messageAttributes())
			.forEach((name, attribute) -> attributes.put(name, stored(attribute)));
		StoredMessage.Origin origin = new StoredMessage.Origin(value(message.messageGroupId()),
				value(message.messageDeduplicationId().map(DeduplicationId::id)), value(message.sequenceNumber()),
				value(message.tracingId().map(TracingId::id)), value(message.deadLetterSourceQueueName()));
		return new StoredMessage(message.id(), message.content().value(), attributes,
				message.created().toInstant().toEpochMilli(), origin, delivery(message));
	}

	static StoredMessage.Delivery delivery(InternalMessage message) {
		Long firstReceived = (message.firstReceive() instanceof OnDateTimeReceived received)
				? received.when().toInstant().toEpochMilli() : null;
		List<String> receipts = CollectionConverters.asJava(message.deliveryReceipts());
		return new StoredMessage.Delivery(message.nextDelivery(), firstReceived, message.receiveCount(),
				receipts.isEmpty() ? null : receipts.getLast());
	}

	/**
	 * The message as ElasticMQ had it.
	 * @param position its place among the messages of its queue
	 */
	static InternalMessage live(StoredMessage message, int position) {
		StoredMessage.Delivery delivery = message.delivery();
		StoredMessage.Origin origin = message.origin();
		Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
		message.attributes().forEach((name, attribute) -> attributes.put(name, live(attribute)));
		String receipt = delivery.receipt();
		Long firstReceived = delivery.firstReceived();
		Received received = (firstReceived != null) ? new OnDateTimeReceived(time(firstReceived))
				: NeverReceived$.MODULE$;
		return new InternalMessage(message.id(),
				CollectionConverters
					.asScala(new ArrayList<>((receipt != null) ? List.of(receipt) : Collections.emptyList())),
				delivery.visibleAt(), new MessageContent(message.body()),
				scala.collection.immutable.Map.from(CollectionConverters.asScala(attributes)), time(message.created()),
				position, received, delivery.receiveCount(), false, Option.apply(origin.group()),
				Option.apply(origin.deduplicationId()).map(DeduplicationId::new),
				Option.apply(origin.traceHeader()).map(TracingId::new), Option.apply(origin.sequenceNumber()),
				Option.apply(origin.deadLetterSource()));
	}

	private static StoredMessage.Attribute stored(MessageAttribute attribute) {
		String customType = value(attribute.customType());
		return switch (attribute) {
			case StringMessageAttribute text -> new StoredMessage.Attribute("String", customType, text.stringValue());
			case NumberMessageAttribute number ->
				new StoredMessage.Attribute("Number", customType, number.stringValue());
			case BinaryMessageAttribute binary -> new StoredMessage.Attribute("Binary", customType, binary.asBase64());
			default -> throw new IllegalArgumentException("unknown attribute type " + attribute.getDataType());
		};
	}

	private static MessageAttribute live(StoredMessage.Attribute attribute) {
		Option<String> customType = Option.apply(attribute.customType());
		return switch (attribute.type()) {
			case "Number" -> new NumberMessageAttribute(attribute.value(), customType);
			case "Binary" -> BinaryMessageAttribute.fromBase64(attribute.value(), customType);
			default -> new StringMessageAttribute(attribute.value(), customType);
		};
	}

	private static OffsetDateTime time(long millis) {
		return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
	}

	private static @Nullable String value(Option<String> option) {
		return OptionConverters.toJava(option).orElse(null);
	}

}
