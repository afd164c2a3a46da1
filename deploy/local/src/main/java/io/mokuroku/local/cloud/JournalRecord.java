package io.mokuroku.local.cloud;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One line of the message journal, and its bytes.
 */
sealed interface JournalRecord {

	String queue();

	/**
	 * A message was put on a queue.
	 */
	record Added(String queue, StoredMessage message) implements JournalRecord {
	}

	/**
	 * A message was handed out, or its visibility changed.
	 */
	record Delivered(String queue, String id, StoredMessage.Delivery delivery) implements JournalRecord {
	}

	/**
	 * A message left its queue.
	 */
	record Removed(String queue, String id) implements JournalRecord {
	}

	/**
	 * A queue was deleted with all it held.
	 */
	record QueueDropped(String queue) implements JournalRecord {
	}

	default byte[] toBytes() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			switch (this) {
				case Added added -> {
					out.writeByte(1);
					writeText(out, added.queue());
					writeMessage(out, added.message());
				}
				case Delivered delivered -> {
					out.writeByte(2);
					writeText(out, delivered.queue());
					writeText(out, delivered.id());
					writeDelivery(out, delivered.delivery());
				}
				case Removed removed -> {
					out.writeByte(3);
					writeText(out, removed.queue());
					writeText(out, removed.id());
				}
				case QueueDropped dropped -> {
					out.writeByte(4);
					writeText(out, dropped.queue());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static JournalRecord fromBytes(byte[] bytes) throws IOException {
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
		int kind = in.readByte();
		String queue = readText(in);
		return switch (kind) {
			case 1 -> new Added(queue, readMessage(in));
			case 2 -> new Delivered(queue, readText(in), readDelivery(in));
			case 3 -> new Removed(queue, readText(in));
			case 4 -> new QueueDropped(queue);
			default -> throw new IOException("unknown journal record " + kind);
		};
	}

	private static void writeMessage(DataOutputStream out, StoredMessage message) throws IOException {
		writeText(out, message.id());
		writeText(out, message.body());
		out.writeLong(message.created());
		out.writeInt(message.attributes().size());
		for (Map.Entry<String, StoredMessage.Attribute> entry : message.attributes().entrySet()) {
			writeText(out, entry.getKey());
			writeText(out, entry.getValue().type());
			writeOptional(out, entry.getValue().customType());
			writeText(out, entry.getValue().value());
		}
		StoredMessage.Origin origin = message.origin();
		writeOptional(out, origin.group());
		writeOptional(out, origin.deduplicationId());
		writeOptional(out, origin.sequenceNumber());
		writeOptional(out, origin.traceHeader());
		writeOptional(out, origin.deadLetterSource());
		writeDelivery(out, message.delivery());
	}

	private static StoredMessage readMessage(DataInputStream in) throws IOException {
		String id = readText(in);
		String body = readText(in);
		long created = in.readLong();
		int count = in.readInt();
		Map<String, StoredMessage.Attribute> attributes = LinkedHashMap.newLinkedHashMap(count);
		for (int i = 0; i < count; i++) {
			attributes.put(readText(in), new StoredMessage.Attribute(readText(in), readOptional(in), readText(in)));
		}
		StoredMessage.Origin origin = new StoredMessage.Origin(readOptional(in), readOptional(in), readOptional(in),
				readOptional(in), readOptional(in));
		return new StoredMessage(id, body, attributes, created, origin, readDelivery(in));
	}

	private static void writeDelivery(DataOutputStream out, StoredMessage.Delivery delivery) throws IOException {
		out.writeLong(delivery.visibleAt());
		Long firstReceived = delivery.firstReceived();
		out.writeLong((firstReceived != null) ? firstReceived : -1);
		out.writeInt(delivery.receiveCount());
		writeOptional(out, delivery.receipt());
	}

	private static StoredMessage.Delivery readDelivery(DataInputStream in) throws IOException {
		long visibleAt = in.readLong();
		long firstReceived = in.readLong();
		return new StoredMessage.Delivery(visibleAt, (firstReceived < 0) ? null : firstReceived, in.readInt(),
				readOptional(in));
	}

	private static void writeText(DataOutputStream out, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	private static String readText(DataInputStream in) throws IOException {
		return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
	}

	private static void writeOptional(DataOutputStream out, @Nullable String text) throws IOException {
		out.writeBoolean(text != null);
		if (text != null) {
			writeText(out, text);
		}
	}

	private static @Nullable String readOptional(DataInputStream in) throws IOException {
		return in.readBoolean() ? readText(in) : null;
	}

}
