package io.mokuroku.dynamo;

import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ItemsTests {

	@Test
	void waitForATransactionThatIsUnderWay() {
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(
				() -> failing(TransactionConflictException.builder().message("conflict").statusCode(400).build()));
	}

	@Test
	void leaveConditionsToTheCaller() {
		assertThatExceptionOfType(ConditionalCheckFailedException.class)
			.isThrownBy(() -> failing(ConditionalCheckFailedException.builder().message("no").statusCode(400).build()));
	}

	private static void failing(Throwable failure) {
		Items.calling(() -> {
			throw (DynamoDbException) failure;
		});
	}

}
