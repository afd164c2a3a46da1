package io.mokuroku.sync.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs there were, in the table of jobs.
 */
final class SyncRuns {

	private static final String TABLE = "jobs";

	private static final AttributeValue SYNC = AttributeValue.fromS("sync");

	private static final String PART = "part";

	private static final String BODY = "body";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	private final DynamoDbClient dynamo;

	SyncRuns(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	void put(SyncRun run) {
		this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of("job_id", SYNC, PART, AttributeValue.fromS(run.id()), BODY,
					AttributeValue.fromS(MAPPER.writeValueAsString(run)))));
	}

	Optional<SyncRun> find(String id) {
		Map<String, AttributeValue> item = this.dynamo
			.getItem((get) -> get.tableName(TABLE)
				.key(Map.of("job_id", SYNC, PART, AttributeValue.fromS(id)))
				.consistentRead(true))
			.item();
		return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
	}

	/** The latest runs, the newest first. */
	List<SyncRun> latest(int most) {
		return this.dynamo
			.query((query) -> query.tableName(TABLE)
				.keyConditionExpression("job_id = :sync")
				.expressionAttributeValues(Map.of(":sync", SYNC))
				.scanIndexForward(false)
				.consistentRead(true)
				.limit(most))
			.items()
			.stream()
			.map(SyncRuns::read)
			.toList();
	}

	private static SyncRun read(Map<String, AttributeValue> item) {
		AttributeValue body = item.get(BODY);
		if (body == null) {
			throw new IllegalStateException("Stored run without body");
		}
		return MAPPER.readValue(body.s(), SyncRun.class);
	}

}
