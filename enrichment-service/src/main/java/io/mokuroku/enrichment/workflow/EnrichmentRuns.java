package io.mokuroku.enrichment.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.dynamo.Items;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Remembers the latest execution of each entry, in the table of jobs.
 */
final class EnrichmentRuns {

	private static final String TABLE = "jobs";

	private static final AttributeValue LATEST = AttributeValue.fromS("latest");

	private final DynamoDbClient dynamo;

	EnrichmentRuns(DynamoDbClient dynamo) {
		this.dynamo = dynamo;
	}

	Optional<Run> findLatest(AnimeId animeId) {
		Map<String, AttributeValue> item = Items
			.calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE).key(key(animeId)).consistentRead(true)))
			.item();
		return item.isEmpty() ? Optional.empty() : Optional.of(new Run(text(item, "request_id"),
				text(item, "execution"), text(item, "mode"), Instant.parse(text(item, "started_at"))));
	}

	void putLatest(AnimeId animeId, Run run) {
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of("job_id", jobId(animeId), "part", LATEST, "request_id", AttributeValue.fromS(run.requestId()),
					"execution", AttributeValue.fromS(run.executionArn()), "mode", AttributeValue.fromS(run.mode()),
					"started_at", AttributeValue.fromS(run.startedAt().toString())))));
	}

	private static Map<String, AttributeValue> key(AnimeId animeId) {
		return Map.of("job_id", jobId(animeId), "part", LATEST);
	}

	private static AttributeValue jobId(AnimeId animeId) {
		return AttributeValue.fromS("enrichment#" + animeId);
	}

	private static String text(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		if (value == null) {
			throw new IllegalStateException("Stored run without " + name);
		}
		return value.s();
	}

	/**
	 * An execution that was started for an entry.
	 *
	 * @param requestId the request it was started for
	 * @param executionArn the execution
	 * @param mode how much it works on
	 * @param startedAt when it was started
	 */
	record Run(String requestId, String executionArn, String mode, Instant startedAt) {
	}

}
