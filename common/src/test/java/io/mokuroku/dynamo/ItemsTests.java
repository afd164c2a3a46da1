package io.mokuroku.dynamo;

import java.util.stream.Stream;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ItemsTests {

	private final SdkException notMet = ConditionalCheckFailedException.builder().message("no").statusCode(400).build();

	@ParameterizedTest
	@MethodSource("passing")
	void tryAgainLater(SdkException failure) {
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> failing(failure));
	}

	static Stream<SdkException> passing() {
		return Stream.of(SdkClientException.create("no route"),
				TransactionConflictException.builder().message("conflict").statusCode(400).build(),
				refusal("AccessDeniedException"), DynamoDbException.builder().statusCode(500).build());
	}

	@Test
	void giveUpWhatIsNeverTaken() {
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> failing(refusal("ValidationException")))
			.returns("item_refused", PermanentFailure::code);
	}

	@Test
	void leaveConditionsToTheCaller() {
		assertThatExceptionOfType(ConditionalCheckFailedException.class).isThrownBy(() -> failing(this.notMet));
	}

	@Test
	void tellWhetherAConditionIsMet() {
		assertThat(Items.conditionally(() -> "written")).isTrue();
		assertThat(Items.conditionally(() -> {
			throw this.notMet;
		})).isFalse();
	}

	private static SdkException refusal(String code) {
		return DynamoDbException.builder()
			.statusCode(400)
			.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("no").build())
			.build();
	}

	private static void failing(SdkException failure) {
		Items.calling(() -> {
			throw failure;
		});
	}

}
