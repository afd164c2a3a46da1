package io.mokuroku.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of one kind in the table of jobs.
 *
 * @param <R> the kind of run
 */
final class JobRuns<R extends Run<R>> {

	private static final String TABLE = "jobs";

	private static final String PART = "part";

	private static final String BODY = "body";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final DynamoDbClient dynamo;

	private final AttributeValue kind;

	private final Class<R> type;

	JobRuns(DynamoDbClient dynamo, String kind, Class<R> type) {
		this.dynamo = dynamo;
		this.kind = AttributeValue.fromS(kind);
		this.type = type;
	}

	void put(R run) {
		calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of("job_id", this.kind, PART, AttributeValue.fromS(run.id()), BODY,
					AttributeValue.fromS(MAPPER.writeValueAsString(run))))));
	}

	Optional<R> find(String id) {
		Map<String, AttributeValue> item = calling(() -> this.dynamo.getItem((get) -> get.tableName(TABLE)
			.key(Map.of("job_id", this.kind, PART, AttributeValue.fromS(id)))
			.consistentRead(true))).item();
		return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
	}

	/** The latest runs, the newest first. */
	List<R> latest(int most) {
		return calling(() -> this.dynamo.query((query) -> query.tableName(TABLE)
			.keyConditionExpression("job_id = :kind")
			.expressionAttributeValues(Map.of(":kind", this.kind))
			.scanIndexForward(false)
			.consistentRead(true)
			.limit(most))).items().stream().map(this::read).toList();
	}

	private R read(Map<String, AttributeValue> item) {
		AttributeValue body = item.get(BODY);
		if (body == null) {
			throw new IllegalStateException("Stored run without body");
		}
		return MAPPER.readValue(body.s(), this.type);
	}

	private static <T> T calling(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (SdkException ex) {
			throw new RetryableFailure("The table of jobs does not answer", ex);
		}
	}

}
