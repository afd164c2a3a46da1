package io.mokuroku.enrichment.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

/**
 * Executions on Step Functions.
 */
final class SfnExecutions implements Executions {

	private static final int EVENTS_LOOKED_AT = 100;

	private static final int MOST_STEPS = 10;

	private final SfnClient sfn;

	private final Supplier<Optional<String>> stateMachine;

	/**
	 * Executions of one state machine.
	 * @param stateMachine gives its ARN once it is registered
	 */
	SfnExecutions(SfnClient sfn, Supplier<Optional<String>> stateMachine) {
		this.sfn = sfn;
		this.stateMachine = stateMachine;
	}

	@Override
	public String start(String name, String input) {
		String machine = this.stateMachine.get()
			.orElseThrow(() -> new RetryableFailure("The state machine is not registered yet", null));
		try {
			return this.sfn.startExecution((start) -> start.stateMachineArn(machine).name(name).input(input))
				.executionArn();
		}
		catch (ExecutionAlreadyExistsException ex) {
			return machine.replace(":stateMachine:", ":execution:") + ":" + name;
		}
		catch (StateMachineDoesNotExistException | SdkClientException ex) {
			throw new RetryableFailure("The execution could not be started", ex);
		}
		catch (SfnException ex) {
			throw translated(ex);
		}
	}

	@Override
	public Optional<State> find(String arn) {
		try {
			DescribeExecutionResponse execution = this.sfn.describeExecution((ask) -> ask.executionArn(arn));
			return Optional.of(new State(execution.statusAsString(), execution.startDate(), execution.stopDate(),
					execution.error(), execution.cause(), steps(arn)));
		}
		catch (ExecutionDoesNotExistException ex) {
			return Optional.empty();
		}
		catch (SdkClientException ex) {
			throw new RetryableFailure("Step Functions cannot be reached", ex);
		}
		catch (SfnException ex) {
			throw translated(ex);
		}
	}

	private List<Step> steps(String arn) {
		return this.sfn
			.getExecutionHistory((ask) -> ask.executionArn(arn)
				.reverseOrder(true)
				.includeExecutionData(false)
				.maxResults(EVENTS_LOOKED_AT))
			.events()
			.stream()
			.filter((event) -> event.stateEnteredEventDetails() != null)
			.map((event) -> new Step(event.stateEnteredEventDetails().name(), event.timestamp()))
			.limit(MOST_STEPS)
			.toList();
	}

	private static RuntimeException translated(SfnException failure) {
		boolean later = failure.isThrottlingException() || failure.statusCode() >= 500;
		return later ? new RetryableFailure("Step Functions is overloaded", failure) : failure;
	}

}
