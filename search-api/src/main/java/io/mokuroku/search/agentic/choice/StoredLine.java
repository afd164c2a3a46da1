package io.mokuroku.search.agentic.choice;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.dynamo.Items;
import io.mokuroku.message.RetryableFailure;
import jakarta.validation.Validator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line that operators have chosen, in DynamoDB for all instances. Every method throws
 * {@link RetryableFailure} if the database does not answer.
 */
final class StoredLine {

	private static final String TABLE = "search-settings";

	private static final String KEY = "name";

	private static final AttributeValue NAME = text("agentic-models");

	private static final String LINE = "value";

	private static final String CHANGED_AT = "changed_at";

	private static final String CHANGED_BY = "changed_by";

	/** Somebody waits for an answer while it is read. */
	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final DynamoDbClient dynamo;

	private final JsonMapper json;

	private final Validator validator;

	StoredLine(DynamoDbClient dynamo, JsonMapper json, Validator validator) {
		this.dynamo = dynamo;
		this.json = json;
		this.validator = validator;
	}

	/** The line, if one is stored that can be read. */
	Optional<Chosen> find() {
		return Items.calling(() -> {
			Map<String, AttributeValue> item = this.dynamo
				.getItem((get) -> get.tableName(TABLE)
					.key(Map.of(KEY, NAME))
					.consistentRead(true)
					.overrideConfiguration((call) -> call.apiCallTimeout(PATIENCE)))
				.item();
			return item.containsKey(LINE) ? Optional.of(chosen(item)) : Optional.empty();
		});
	}

	void put(Chosen chosen) {
		Items.calling(() -> this.dynamo.putItem((put) -> put.tableName(TABLE)
			.item(Map.of(KEY, NAME, LINE, text(this.json.writeValueAsString(chosen.line())), CHANGED_AT,
					text(chosen.changedAt().toString()), CHANGED_BY, text(chosen.changedBy())))));
	}

	void remove() {
		Items.calling(() -> this.dynamo.deleteItem((delete) -> delete.tableName(TABLE).key(Map.of(KEY, NAME))));
	}

	private Chosen chosen(Map<String, AttributeValue> item) {
		try {
			ModelLine line = this.json.readValue(value(item, LINE), ModelLine.class);
			if (!this.validator.validate(line).isEmpty()) {
				throw new RetryableFailure("the stored models are not valid", null);
			}
			return new Chosen(line, Instant.parse(value(item, CHANGED_AT)), value(item, CHANGED_BY));
		}
		catch (JacksonException | DateTimeParseException ex) {
			throw new RetryableFailure("the stored models cannot be read", ex);
		}
	}

	private static String value(Map<String, AttributeValue> item, String name) {
		AttributeValue value = item.get(name);
		if (value == null || value.s() == null) {
			throw new RetryableFailure("the stored models have no " + name, null);
		}
		return value.s();
	}

	private static AttributeValue text(String value) {
		return AttributeValue.fromS(value);
	}

	/**
	 * What an operator has chosen.
	 *
	 * @param line the models
	 * @param changedAt since when
	 * @param changedBy the subject of the operator's token
	 */
	record Chosen(ModelLine line, Instant changedAt, String changedBy) {
	}

}
