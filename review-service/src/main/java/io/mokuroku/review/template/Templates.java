package io.mokuroku.review.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import io.mokuroku.dynamo.Items;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * Families of templates on DynamoDB, and the history of which was shown when. Both only
 * ever grow. Every method throws {@link RetryableFailure} if the database does not
 * answer.
 */
final class Templates {

	private static final String TABLE = "review-templates";

	private static final String KIND = "kind";

	private static final String ID = "id";

	private static final String VERSION = "version";

	private static final String BY = "changed_by";

	private static final String AT = "changed_at";

	private static final String FILES = "files";

	/** Sorts as text in the order of time. */
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int MOST = 1000;

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final DynamoDbClient dynamo;

	Templates(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/**
	 * Keeps a family.
	 * @return whether it is new
	 */
	boolean save(Deployment deployment) {
		Map<String, AttributeValue> item = new HashMap<>();
		item.put(KIND, AttributeValue.fromS(VERSION));
		item.put(ID, AttributeValue.fromS(deployment.version().value()));
		item.put(BY, AttributeValue.fromS(deployment.by()));
		item.put(AT, AttributeValue.fromS(deployment.at().toString()));
		item.put(FILES, AttributeValue.fromS(MAPPER.writeValueAsString(deployment.family())));
		return put(item);
	}

	/** A family by its version. */
	Optional<Deployment> find(TemplateVersion version) {
		Map<String, AttributeValue> key = Map.of(KIND, AttributeValue.fromS(VERSION), ID,
				AttributeValue.fromS(version.value()));
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key).consistentRead(true)).item());
		return item.isEmpty() ? Optional.empty() : Optional.of(deployment(item));
	}

	/** Every family. */
	List<Deployment> all() {
		return query(MOST,
				(all) -> all.keyConditionExpression(KIND + " = :kind")
					.expressionAttributeValues(Map.of(":kind", AttributeValue.fromS(VERSION))))
			.stream()
			.map(Templates::deployment)
			.toList();
	}

	/**
	 * Shows a family from now on.
	 * @return whether that was noted; if not, somebody else made a turn in the same
	 * millisecond
	 */
	boolean turn(Turn turn) {
		return put(Map.of(KIND, AttributeValue.fromS("turn"), ID, AttributeValue.fromS(TIME.format(turn.at())), VERSION,
				AttributeValue.fromS(turn.version().value()), BY, AttributeValue.fromS(turn.by())));
	}

	/**
	 * The latest turns, the last one first.
	 * @param until no turns after this moment
	 */
	List<Turn> turns(Instant until, int most) {
		return query(most, (turns) -> turns.keyConditionExpression(KIND + " = :kind AND " + ID + " <= :until")
			.expressionAttributeValues(
					Map.of(":kind", AttributeValue.fromS("turn"), ":until", AttributeValue.fromS(TIME.format(until))))
			.scanIndexForward(false)
			.limit(most)).stream().map(Templates::turn).toList();
	}

	/** The first turn there ever was. */
	Optional<Turn> findFirstTurn() {
		return query(1,
				(turns) -> turns.keyConditionExpression(KIND + " = :kind")
					.expressionAttributeValues(Map.of(":kind", AttributeValue.fromS("turn")))
					.limit(1))
			.stream()
			.map(Templates::turn)
			.findFirst();
	}

	private List<Map<String, AttributeValue>> query(int most, Consumer<QueryRequest.Builder> query) {
		return Items.calling(() -> this.dynamo
			.queryPaginator((request) -> request.tableName(TABLE).consistentRead(true).applyMutation(query))
			.items()
			.stream()
			.limit(most)
			.toList());
	}

	private boolean put(Map<String, AttributeValue> item) {
		return Items.conditionally(() -> this.dynamo
			.putItem((put) -> put.tableName(TABLE).item(item).conditionExpression("attribute_not_exists(" + ID + ")")));
	}

	private static Deployment deployment(Map<String, AttributeValue> item) {
		return new Deployment(new TemplateVersion(text(item, ID)), text(item, BY), Instant.parse(text(item, AT)),
				MAPPER.readValue(text(item, FILES), TemplateFamily.class));
	}

	private static Turn turn(Map<String, AttributeValue> item) {
		return new Turn(new TemplateVersion(text(item, VERSION)), text(item, BY), Instant.parse(text(item, ID)));
	}

	private static String text(Map<String, AttributeValue> item, String name) {
		return Objects.requireNonNull(item.get(name), name).s();
	}

}
