package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.mokuroku.cloud.Patience;
import io.mokuroku.message.Messages;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.testing.LocalEngines;
import io.mokuroku.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What stands between the service and Step Functions.
 */
final class StepFunctionsTests {

	private static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:machine";

	private final SfnInMemory sfn = new SfnInMemory();

	private final SfnTaskTokens tokens = new SfnTaskTokens(this.sfn);

	private final SfnExecutions executions = new SfnExecutions(this.sfn, () -> Optional.of(MACHINE));

	@Test
	void startsANameOnce() {
		String arn = this.executions.start("anime-1", "{}");
		assertThat(arn).isEqualTo("arn:aws:states:us-east-1:000000000000:execution:machine:anime-1");
		assertThat(this.executions.start("anime-1", "{\"other\":1}")).isEqualTo(arn);
		assertThat(this.sfn.inputs()).containsEntry(arn, "{}");
	}

	@Test
	void waitsForAStateMachineThatIsNotThereYet() {
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> new SfnExecutions(this.sfn, Optional::empty).start("anime-1", "{}"));
		this.sfn.fail(StateMachineDoesNotExistException.builder().message("none").build());
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.executions.start("anime-1", "{}"));
	}

	@Test
	void saysWhereAnExecutionStands() {
		String arn = this.executions.start("anime-1", "{}");
		assertThat(this.executions.find(arn))
			.contains(new Executions.State("RUNNING", Instant.EPOCH, null, null, null, "{}", null));
		assertThat(this.executions.findByName("anime-1")).isEqualTo(this.executions.find(arn));
		assertThat(this.executions.history(arn))
			.contains(new Executions.Event(2, 1, Instant.EPOCH, "PassStateEntered", "Begin", null));
		assertThat(this.executions.find(arn + "0")).isEmpty();
	}

	@Test
	void stopsAnExecution() {
		String arn = this.executions.start("anime-1", "{}");
		this.executions.stop(arn, "Stopped", "because");
		assertThat(this.executions.find(arn)).map(Executions.State::status).contains("ABORTED");
	}

	@ParameterizedTest
	@MethodSource("passing")
	void tellsABadDayFromARefusal(RuntimeException failure) {
		this.sfn.fail(failure);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.executions.start("anime-1", "{}"))
			.withCause(failure);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.executions.find("arn"))
			.withCause(failure);
		SfnException refusal = refusal(400);
		this.sfn.fail(refusal);
		assertThatExceptionOfType(SfnException.class).isThrownBy(() -> this.executions.start("anime-1", "{}"))
			.isSameAs(refusal);
	}

	@Test
	void tellsWhatIsNeverStarted() {
		this.sfn.fail(InvalidExecutionInputException.builder().message("not JSON").build());
		assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> this.executions.start("anime-1", "{"))
			.withMessageStartingWith("Step Functions refuses anime-1: not JSON")
			.returns("execution_refused", PermanentFailure::code);
		this.sfn.fail(ExecutionLimitExceededException.builder().message("too many").build());
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.executions.start("anime-1", "{}"));
	}

	static Stream<RuntimeException> passing() {
		return Stream.of(SdkClientException.create("no connection"), refusal(503), refusal(429));
	}

	@ParameterizedTest
	@MethodSource("obsolete")
	void knowsWhenNobodyWaitsForAToken(RuntimeException obsolete) {
		this.sfn.fail(obsolete);
		assertThat(this.tokens.heartbeat("token-1")).isFalse();
		assertThat(this.tokens.succeed("token-1", "{}")).isFalse();
		assertThat(this.tokens.fail("token-1", "Error", "cause")).isFalse();
	}

	static Stream<RuntimeException> obsolete() {
		return Stream.of(TaskTimedOutException.builder().build(), TaskDoesNotExistException.builder().build(),
				InvalidTokenException.builder().build());
	}

	@Test
	void bringsAnAnswerBackThatWasNotTaken() {
		this.sfn.fail(refusal(503));
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.tokens.succeed("token-1", "{}"));
	}

	@Test
	void givesAnAnswerForTwoMinutesThoughNotForLongerThanTheMachineWaits() {
		this.sfn.fail(refusal(503));
		Duration pause = assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> this.tokens.succeed("token-1", "{}"))
			.actual()
			.notBefore();
		int attempts = Topology.load()
			.queues()
			.stream()
			.filter((queue) -> queue.name().equals("enrichment-tasks"))
			.findFirst()
			.orElseThrow()
			.maxReceiveCount();
		int signOfLife = DefinedStates.ofRepository()
			.states()
			.values()
			.stream()
			.filter((state) -> state.has("HeartbeatSeconds"))
			.mapToInt((state) -> state.get("HeartbeatSeconds").asInt())
			.min()
			.orElseThrow();
		assertThat(Objects.requireNonNull(pause).multipliedBy(attempts - 1L)).isBetween(Duration.ofMinutes(2),
				Duration.ofSeconds(signOfLife).minus(Patience.CALLS.call().multipliedBy(attempts)));
	}

	@Test
	void shortensErrorsAndCausesToWhatStepFunctionsTakes() {
		assertThat(this.tokens.fail("token-1", "E".repeat(300), "x".repeat(40_000))).isTrue();
		assertThat(this.sfn.answers()).containsExactly("token-1 failed " + "E".repeat(256) + ": " + "x".repeat(32_768));
	}

	@Test
	void neverCutsACharacterInHalf() {
		this.tokens.fail("token-1", "Error", "x".repeat(32_767) + "\uD83C\uDF19");
		assertThat(this.sfn.answers()).containsExactly("token-1 failed Error: " + "x".repeat(32_767));
	}

	@Test
	void registersTheDefinitionWithTheAddressesOfTheQueues() {
		RegisterStateMachine machine = machine(true);
		assertThat(machine.arn()).isEmpty();
		machine.register();
		assertThat(machine.arn()).contains(MACHINE);
		assertThat(this.sfn.definitions().get("machine"))
			.contains("\"" + LocalEngines.start().queueUrl("enrichment-tasks") + "\"");
	}

	@Test
	void givesAnExistingMachineTheDefinitionOfThisBuild() {
		this.sfn.definitions().put("other", "{}");
		this.sfn.definitions().put("machine", "{}");
		RegisterStateMachine machine = machine(true);
		machine.register();
		assertThat(machine.arn()).contains(MACHINE);
		assertThat(this.sfn.definitions().get("machine")).contains("\"StartAt\"");
		assertThat(this.sfn.definitions().get("other")).isEqualTo("{}");
	}

	@Test
	void registersItWithItsOwnStart() {
		RegisterStateMachine machine = machine(true);
		machine.start();
		await().untilAsserted(() -> assertThat(machine.arn()).contains(MACHINE));
		machine.stop();
		assertThat(machine.isRunning()).isFalse();
	}

	@Test
	void leavesTheMachineToOthersWhereTheyRegisterIt() {
		RegisterStateMachine machine = machine(false);
		assertThat(machine.arn()).contains("arn:given");
		machine.start();
		machine.stop();
		assertThat(this.sfn.definitions()).isEmpty();
	}

	private RegisterStateMachine machine(boolean register) {
		return new RegisterStateMachine(this.sfn, Messages.urls(LocalEngines.start()), Topology.load(),
				new EnrichmentSettings(register, "machine", "arn:given", "arn:role", 1, 1, Duration.ofHours(1),
						Duration.ofSeconds(30)));
	}

	private static SfnException refusal(int status) {
		return (SfnException) SfnException.builder().statusCode(status).message("refused").build();
	}

}
