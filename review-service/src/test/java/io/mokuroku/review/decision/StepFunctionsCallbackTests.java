package io.mokuroku.review.decision;

import java.net.URI;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.review.AwsFake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sfn.SfnClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class StepFunctionsCallbackTests {

	private static final StatesFake states = StatesFake.start();

	private final StepFunctionsCallback callback = callback(states.address());

	@AfterAll
	static void stopStates() {
		states.close();
	}

	@Test
	void sendsAnAnswer() {
		assertThat(this.callback.succeed("t-1", "{\"decision\":\"APPROVE\"}")).isTrue();
		StatesFake.Answered answer = states.answers().getLast();
		assertThat(answer.action()).isEqualTo("SendTaskSuccess");
		assertThat(answer.token()).isEqualTo("t-1");
		assertThat(answer.body().path("output").asString()).isEqualTo("{\"decision\":\"APPROVE\"}");
	}

	@Test
	void sendsAFailure() {
		assertThat(this.callback.fail("t-2", "ReviewSuperseded", "replaced")).isTrue();
		StatesFake.Answered answer = states.answers().getLast();
		assertThat(answer.action()).isEqualTo("SendTaskFailure");
		assertThat(answer.body().path("error").asString()).isEqualTo("ReviewSuperseded");
		assertThat(answer.body().path("cause").asString()).isEqualTo("replaced");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TaskTimedOut", "TaskDoesNotExist", "InvalidToken" })
	void saysThatNobodyWaitsForADeadToken(String error) {
		states.refuse(error, 400, error);
		assertThat(this.callback.succeed(error, "{}")).isFalse();
		assertThat(this.callback.fail(error, "x", "y")).isFalse();
	}

	@Test
	void saysThatTryingAgainHelpsWhereItDoes() {
		states.refuse("busy", 500, "InternalFailure");
		states.refuse("throttled", 400, "ThrottlingException");
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.callback.succeed("busy", "{}"));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.callback.succeed("throttled", "{}"));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> callback(URI.create("http://127.0.0.1:1")).fail("t", "x", "y"));
	}

	@Test
	void saysThatTryingAgainDoesNotHelpWhereTheAnswerIsRefused() {
		states.refuse("odd", 400, "InvalidOutput");
		states.refuse("long", 400, "ValidationException");
		for (String token : new String[] { "odd", "long" }) {
			assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.callback.succeed(token, "{"))
				.returns("answer_refused", PermanentFailure::code);
		}
	}

	@Test
	void losesNoAnswerBecauseRightsAreMissing() {
		states.refuse("forbidden", 400, "AccessDeniedException");
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.callback.succeed("forbidden", "{}"));
	}

	private static StepFunctionsCallback callback(URI address) {
		return new StepFunctionsCallback(AwsFake.client(SfnClient.builder(), address));
	}

}
