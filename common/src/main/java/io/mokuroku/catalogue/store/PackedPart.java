package io.mokuroku.catalogue.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A part of an entry that may be long and is read as a whole: packed, in one item.
 *
 * @param <T> what it is
 */
final class PackedPart<T> {

	/** An item holds 400 KB with its names and its key. */
	private static final int MOST_BYTES = 390_000;

	private static final String PACKED = "packed";

	private final DynamoDbClient dynamo;

	private final String part;

	private final Class<T> type;

	PackedPart(DynamoDbClient dynamo, String part, Class<T> type) {
		this.dynamo = dynamo;
		this.part = part;
		this.type = type;
	}

	/**
	 * Keeps it.
	 * @return whether it was kept; if not, it is too long
	 */
	boolean put(AnimeId id, T value) {
		byte[] packed = pack(EntryJson.write(value));
		if (packed.length > MOST_BYTES) {
			return false;
		}
		Map<String, AttributeValue> item = new HashMap<>(EntryItems.partKey(id, this.part));
		item.put(PACKED, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(packed)));
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(EntryItems.TABLE).item(item)));
		return true;
	}

	Optional<T> find(AnimeId id) {
		Map<String, AttributeValue> item = Items.calling(() -> this.dynamo.getItem(
				(get) -> get.tableName(EntryItems.TABLE).key(EntryItems.partKey(id, this.part)).consistentRead(true)))
			.item();
		AttributeValue packed = item.get(PACKED);
		return (packed == null) ? Optional.empty()
				: Optional.of(EntryJson.read(unpack(packed.b().asByteArrayUnsafe()), this.type));
	}

	void remove(AnimeId id) {
		Items.calling(() -> this.dynamo
			.deleteItem((delete) -> delete.tableName(EntryItems.TABLE).key(EntryItems.partKey(id, this.part))));
	}

	private static byte[] pack(String json) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(json.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	private static String unpack(byte[] packed) {
		try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
