package io.mokuroku.search.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Webhooks as items of DynamoDB. There are few, so all are read by a scan.
 */
final class DynamoWebhooks implements Webhooks {

	private static final String TABLE = "webhooks";

	private static final String ID = "webhook_id";

	private static final String VERSION = "version";

	private static final String BODY = "body";

	private static final int MOST_TRIES = 10;

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final DynamoDbClient dynamo;

	DynamoWebhooks(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	@Override
	public void add(Webhook webhook) {
		calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE).item(item(webhook))));
	}

	@Override
	public Optional<Webhook> find(UUID id) {
		Map<String, AttributeValue> item = calling(
				() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key(id)).consistentRead(true)))
			.item();
		return item.isEmpty() ? Optional.empty() : Optional.of(webhook(item));
	}

	@Override
	public List<Webhook> all() {
		return calling(() -> this.dynamo.scanPaginator((scan) -> scan.tableName(TABLE).consistentRead(true))
			.items()
			.stream()
			.map(DynamoWebhooks::webhook)
			.toList());
	}

	@Override
	public Optional<Webhook> update(UUID id, UnaryOperator<Webhook> change) {
		for (int tries = 0; tries < MOST_TRIES; tries++) {
			Optional<Webhook> before = find(id);
			if (before.isEmpty()) {
				return before;
			}
			Webhook after = change.apply(before.get());
			if (putOver(after, before.get().version())) {
				return Optional.of(after);
			}
		}
		throw new RetryableFailure("Webhook %s keeps changing".formatted(id), null);
	}

	@Override
	public void remove(UUID id) {
		calling(() -> this.dynamo.deleteItem((delete) -> delete.tableName(TABLE).key(key(id))));
	}

	private boolean putOver(Webhook webhook, long versionBefore) {
		try {
			calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
				.item(item(webhook))
				.conditionExpression(VERSION + " = :before")
				.expressionAttributeValues(Map.of(":before", AttributeValue.fromN(Long.toString(versionBefore))))));
			return true;
		}
		catch (ConditionalCheckFailedException ex) {
			return false;
		}
	}

	private static Map<String, AttributeValue> item(Webhook webhook) {
		return Map.of(ID, AttributeValue.fromS(webhook.id().toString()), VERSION,
				AttributeValue.fromN(Long.toString(webhook.version())), BODY,
				AttributeValue.fromS(JSON.writeValueAsString(webhook)));
	}

	private static Webhook webhook(Map<String, AttributeValue> item) {
		AttributeValue body = item.get(BODY);
		if (body == null) {
			throw new IllegalStateException("Stored webhook without " + BODY);
		}
		return JSON.readValue(body.s(), Webhook.class);
	}

	private static Map<String, AttributeValue> key(UUID id) {
		return Map.of(ID, AttributeValue.fromS(id.toString()));
	}

	private static <T> T calling(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (ConditionalCheckFailedException ex) {
			throw ex;
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The store of webhooks does not answer: " + ex.getMessage(), ex);
		}
	}

}
