package io.mokuroku.topology;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * Creates the tables of a {@link Topology} where Terraform does not.
 */
public final class Tables {

	private Tables() {
	}

	/**
	 * Creates what is missing and leaves what exists as it is.
	 * @param dynamo the account to create tables in
	 * @param topology what must exist
	 */
	public static void createMissing(DynamoDbClient dynamo, Topology topology) {
		Set<String> existing = new LinkedHashSet<>();
		dynamo.listTablesPaginator().tableNames().forEach(existing::add);
		for (Topology.Table table : topology.tables()) {
			if (!existing.contains(table.name())) {
				create(dynamo, table);
			}
		}
	}

	private static void create(DynamoDbClient dynamo, Topology.Table table) {
		Set<String> attributes = new LinkedHashSet<>();
		List<GlobalSecondaryIndex> indexes = new ArrayList<>();
		List<KeySchemaElement> key = key(attributes::add, table.hashKey(), table.rangeKey());
		for (Topology.Index index : table.indexes()) {
			indexes.add(GlobalSecondaryIndex.builder()
				.indexName(index.name())
				.keySchema(key(attributes::add, index.hashKey(), index.rangeKey()))
				.projection(projection(index.include()))
				.build());
		}
		CreateTableRequest.Builder request = CreateTableRequest.builder()
			.tableName(table.name())
			.billingMode(BillingMode.PAY_PER_REQUEST)
			.keySchema(key)
			.attributeDefinitions(attributes.stream().map(Tables::text).toList());
		if (!indexes.isEmpty()) {
			request.globalSecondaryIndexes(indexes);
		}
		dynamo.createTable(request.build());
		dynamo.waiter().waitUntilTableExists((wait) -> wait.tableName(table.name()));
		String timeToLive = table.timeToLive();
		if (timeToLive != null) {
			dynamo.updateTimeToLive((update) -> update.tableName(table.name())
				.timeToLiveSpecification((rule) -> rule.enabled(true).attributeName(timeToLive)));
		}
	}

	private static Projection projection(List<String> include) {
		return include.isEmpty() ? Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()
				: Projection.builder().projectionType(ProjectionType.INCLUDE).nonKeyAttributes(include).build();
	}

	private static List<KeySchemaElement> key(Consumer<String> attributes, String hashKey, @Nullable String rangeKey) {
		List<KeySchemaElement> key = new ArrayList<>();
		attributes.accept(hashKey);
		key.add(KeySchemaElement.builder().attributeName(hashKey).keyType(KeyType.HASH).build());
		if (rangeKey != null) {
			attributes.accept(rangeKey);
			key.add(KeySchemaElement.builder().attributeName(rangeKey).keyType(KeyType.RANGE).build());
		}
		return key;
	}

	private static AttributeDefinition text(String name) {
		return AttributeDefinition.builder().attributeName(name).attributeType(ScalarAttributeType.S).build();
	}

}
