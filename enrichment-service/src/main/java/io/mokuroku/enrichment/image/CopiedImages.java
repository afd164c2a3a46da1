package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.digest.Sha256;
import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Which addresses were copied before, and to which key; of those that could not be, when
 * they are worth another try.
 */
final class CopiedImages {

	private static final String TABLE = "image-dedup";

	private final DynamoDbClient dynamo;

	CopiedImages(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	Optional<String> findKey(URI address) {
		return Optional.ofNullable(item(address).get("stored_key")).map(AttributeValue::s);
	}

	/** When an address that could not be copied is worth another try. */
	Optional<Instant> findRetryAt(URI address) {
		return Optional.ofNullable(item(address).get("retry_at")).map(AttributeValue::s).map(Instant::parse);
	}

	/** Notes that an address cannot be copied now; what was copied stays. */
	void putMissing(URI address, Instant retryAt) {
		Items.conditionally(() -> this.dynamo.updateItem((update) -> update.tableName(TABLE)
			.key(key(address))
			.updateExpression("SET retry_at = :retry_at")
			.conditionExpression("attribute_not_exists(stored_key)")
			.expressionAttributeValues(Map.of(":retry_at", AttributeValue.fromS(retryAt.toString())))));
	}

	private Map<String, AttributeValue> item(URI address) {
		return Items.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key(address))).item());
	}

	void put(URI address, String storedKey, Instant now) {
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of("image_key", AttributeValue.fromS(hashOf(address)), "stored_key",
					AttributeValue.fromS(storedKey), "copied_at", AttributeValue.fromS(now.toString())))));
	}

	private static Map<String, AttributeValue> key(URI address) {
		return Map.of("image_key", AttributeValue.fromS(hashOf(address)));
	}

	/** Providers mark versions and sizes in the query; the picture is the same. */
	private static String hashOf(URI address) {
		String text = address.toString();
		int end = text.indexOf('?');
		String plain = (end < 0) ? text : text.substring(0, end);
		return Sha256.hex(plain);
	}

}
