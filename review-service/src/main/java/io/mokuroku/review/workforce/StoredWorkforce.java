package io.mokuroku.review.workforce;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reviewers in a table of our own, for places whose issuer keeps no people. Their name is
 * what tokens call them. Who was removed stays in the table.
 */
final class StoredWorkforce implements Workforce {

	private static final String TABLE = "reviewers";

	private static final String NAME = "name";

	private static final String ROLE = "role";

	private static final String ACTIVE = "active";

	/** Characters of four bytes that a key has room for. */
	private static final int LONGEST_ID = 500;

	private final DynamoDbClient dynamo;

	StoredWorkforce(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	@Override
	public Optional<Reviewer> find(String id) {
		if (!isKey(id)) {
			return Optional.empty();
		}
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key(id)).consistentRead(true)).item());
		return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
	}

	@Override
	public List<Reviewer> all() {
		return Items.calling(() -> this.dynamo.scanPaginator((scan) -> scan.tableName(TABLE).consistentRead(true))
			.items()
			.stream()
			.map(StoredWorkforce::read)
			.filter(Reviewer::active)
			.sorted(Comparator.comparing(Reviewer::name))
			.toList());
	}

	@Override
	public Reviewer invite(String name, Role role) {
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of(NAME, AttributeValue.fromS(name), ROLE, AttributeValue.fromS(role.name()), ACTIVE,
					AttributeValue.fromBool(true)))));
		return new Reviewer(name, name, role, true);
	}

	/**
	 * Who was never invited is refused from now on all the same: they may be one of those
	 * who come by themselves.
	 */
	@Override
	public boolean remove(String id) {
		return isKey(id) && Items.conditionally(() -> this.dynamo.updateItem((update) -> update.tableName(TABLE)
			.key(key(id))
			.updateExpression("SET #active = :no, #role = if_not_exists(#role, :reviewer)")
			.conditionExpression("attribute_not_exists(#name) OR #active = :yes")
			.expressionAttributeNames(Map.of("#active", ACTIVE, "#role", ROLE, "#name", NAME))
			.expressionAttributeValues(Map.of(":no", AttributeValue.fromBool(false), ":yes",
					AttributeValue.fromBool(true), ":reviewer", AttributeValue.fromS(Role.REVIEWER.name())))));
	}

	private static boolean isKey(String id) {
		return !id.isEmpty() && id.length() <= LONGEST_ID;
	}

	private static Map<String, AttributeValue> key(String id) {
		return Map.of(NAME, AttributeValue.fromS(id));
	}

	private static Reviewer read(Map<String, AttributeValue> item) {
		String name = value(item, NAME).s();
		return new Reviewer(name, name, Role.valueOf(value(item, ROLE).s()),
				Boolean.TRUE.equals(value(item, ACTIVE).bool()));
	}

	private static AttributeValue value(Map<String, AttributeValue> item, String name) {
		return Objects.requireNonNull(item.get(name), name);
	}

}
