package io.mokuroku.dynamo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the reasons of a transaction that was cancelled mean.
 */
class TransactionsTests {

	private static final String TOO_LARGE = "Item size has exceeded the maximum allowed size";

	private static final List<TransactWriteItem> WRITES = List.of(
			put("anime", Map.of("anime_id", Items.text("monster"), "part", Items.text("entry"))),
			put("source-links", Map.of("link", Items.text("MYANIMELIST#19"))));

	@Test
	void tellsWhoseConditionIsNotMet() {
		assertThat(Transactions.write(refusing(cancelled("None", "ConditionalCheckFailed")), WRITES))
			.containsExactly(1);
	}

	@Test
	void repeatsWhatWasInAnothersWay() {
		AtomicInteger sent = new AtomicInteger();
		assertThat(Transactions.write(answering(() -> {
			if (sent.incrementAndGet() < 3) {
				throw cancelled("TransactionConflict", "None");
			}
		}), WRITES)).isEmpty();
		assertThat(sent).hasValue(3);
	}

	@Test
	void givesUpAfterSomeCollisionsAndAtOnceWhereThereIsNone() {
		AtomicInteger sent = new AtomicInteger();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> Transactions.write(answering(() -> {
			sent.incrementAndGet();
			throw cancelled("TransactionConflict", "None");
		}), WRITES));
		assertThat(sent).hasValue(10);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> Transactions.write(answering(() -> {
			sent.incrementAndGet();
			throw cancelled("None", "ThrottlingError");
		}), WRITES));
		assertThat(sent).hasValue(11);
	}

	@Test
	void namesWhatIsNeverTakenAndWhy() {
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> Transactions.write(refusing(cancelled("ValidationError", "None")), WRITES))
			.withMessage("DynamoDB refuses anime monster entry: " + TOO_LARGE)
			.returns("item_refused", PermanentFailure::code);
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> Transactions.write(refusing(cancelled("None", "ValidationError")), WRITES))
			.withMessage("DynamoDB refuses source-links MYANIMELIST#19: " + TOO_LARGE);
	}

	@Test
	void namesATransactionThatIsNeverTakenAsAWhole() {
		DynamoDbException invalid = (DynamoDbException) DynamoDbException.builder()
			.statusCode(400)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode("ValidationException").errorMessage("4 MB").build())
			.build();
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> Transactions.write(refusing(invalid), WRITES))
			.withMessageStartingWith("DynamoDB refuses 2 writes, the first of which is anime monster entry: 4 MB")
			.returns("item_refused", PermanentFailure::code);
	}

	private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
		return TransactWriteItem.builder().put((put) -> put.tableName(table).item(item)).build();
	}

	private static TransactionCanceledException cancelled(String... codes) {
		return TransactionCanceledException.builder()
			.statusCode(400)
			.cancellationReasons(Stream.of(codes)
				.map((code) -> CancellationReason.builder().code(code).message(TOO_LARGE).build())
				.toList())
			.build();
	}

	private static DynamoDbClient refusing(DynamoDbException reason) {
		return answering(() -> {
			throw reason;
		});
	}

	private static DynamoDbClient answering(Runnable answer) {
		return new DynamoDbClient() {

			@Override
			public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
				answer.run();
				return TransactWriteItemsResponse.builder().build();
			}

			@Override
			public String serviceName() {
				return "dynamodb";
			}

			@Override
			public void close() {
				// nothing is open
			}

		};
	}

}
