package io.mokuroku.sync.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the table of jobs tells of the following of the dataset. It is read as plain JSON,
 * so that a snapshot does not depend on how runs are recorded.
 */
final class LatestSync {

	private static final int RECENT = 20;

	private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED");

	private final DynamoDbClient dynamo;

	LatestSync(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	/** The release that was applied last. */
	Optional<String> release() {
		return runs().stream()
			.filter((run) -> run.path("state").asString("").equals("SUCCEEDED"))
			.map((run) -> run.path("release").path("name").asString(""))
			.filter((name) -> !name.isEmpty())
			.findFirst();
	}

	/** Whether a release is being applied now. */
	boolean underWay() {
		return runs().stream().anyMatch((run) -> !ENDED.contains(run.path("state").asString("SUCCEEDED")));
	}

	private List<JsonNode> runs() {
		try {
			return this.dynamo
				.query((query) -> query.tableName("jobs")
					.keyConditionExpression("job_id = :sync")
					.expressionAttributeValues(Map.of(":sync", AttributeValue.fromS("sync")))
					.scanIndexForward(false)
					.consistentRead(true)
					.limit(RECENT))
				.items()
				.stream()
				.map((item) -> JsonMapper.shared().readTree(item.getOrDefault("body", AttributeValue.fromS("{}")).s()))
				.toList();
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The table of jobs does not answer", ex);
		}
	}

}
