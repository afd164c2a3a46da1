package io.mokuroku.search.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.mokuroku.dynamo.Items;
import io.mokuroku.dynamo.Transactions;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Webhooks as items of DynamoDB. There are few, so all are read by a scan. Beside them
 * lies an item for each owner with the ids of what it has, written in one transaction
 * with them: it is what limits their number.
 */
final class DynamoWebhooks implements Webhooks {

	private static final String TABLE = "webhooks";

	private static final String ID = "webhook_id";

	private static final String VERSION = "version";

	private static final String BODY = "body";

	/** Begins the key of an owner's item; no id of a webhook begins so. */
	private static final String OWNER = "owner ";

	private static final String OWNED = "owned";

	private static final int MOST_TRIES = 10;

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final DynamoDbClient dynamo;

	DynamoWebhooks(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	@Override
	public boolean add(Webhook webhook, int most) {
		Put added = Put.builder().tableName(TABLE).item(item(webhook)).build();
		Update owner = ofOwner(webhook).updateExpression("ADD " + OWNED + " :id")
			.conditionExpression("attribute_not_exists(%1$s) OR size(%1$s) < :most".formatted(OWNED))
			.expressionAttributeValues(
					Map.of(":id", idOf(webhook), ":most", AttributeValue.fromN(Integer.toString(most))))
			.build();
		return together(TransactWriteItem.builder().put(added).build(), owner);
	}

	@Override
	public Optional<Webhook> find(UUID id) {
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key(id)).consistentRead(true)))
			.item();
		return item.isEmpty() ? Optional.empty() : Optional.of(webhook(item));
	}

	@Override
	public List<Webhook> all() {
		return Items.calling(() -> this.dynamo.scanPaginator(
				(scan) -> scan.tableName(TABLE).consistentRead(true).filterExpression("attribute_exists(" + BODY + ")"))
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
	public void remove(Webhook webhook) {
		Delete removed = Delete.builder().tableName(TABLE).key(key(webhook.id())).build();
		Update owner = ofOwner(webhook).updateExpression("DELETE " + OWNED + " :id")
			.expressionAttributeValues(Map.of(":id", idOf(webhook)))
			.build();
		together(TransactWriteItem.builder().delete(removed).build(), owner);
	}

	/** Writes a webhook and what its owner has, if the owner's condition is met. */
	private boolean together(TransactWriteItem webhook, Update owner) {
		TransactWriteItem owned = TransactWriteItem.builder().update(owner).build();
		return Transactions.write(this.dynamo, List.of(webhook, owned)).isEmpty();
	}

	private boolean putOver(Webhook webhook, long versionBefore) {
		return Items.conditionally(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(item(webhook))
			.conditionExpression(VERSION + " = :before")
			.expressionAttributeValues(Map.of(":before", AttributeValue.fromN(Long.toString(versionBefore))))));
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

	private static Update.Builder ofOwner(Webhook webhook) {
		return Update.builder().tableName(TABLE).key(Map.of(ID, AttributeValue.fromS(OWNER + webhook.owner())));
	}

	/** A set of one. */
	private static AttributeValue idOf(Webhook webhook) {
		return AttributeValue.fromSs(List.of(webhook.id().toString()));
	}

}
