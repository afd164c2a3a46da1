package io.mokuroku.enrichment.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionLimitExceededException;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StateMachineDeletingException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

/**
 * Executions on Step Functions.
 */
final class SfnExecutions implements Executions {

	private static final int LARGEST_PAGE = 1_000;

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
		String machine = machine();
		try {
			return calling(
					() -> this.sfn.startExecution((start) -> start.stateMachineArn(machine).name(name).input(input))
						.executionArn());
		}
		catch (ExecutionAlreadyExistsException ex) {
			return arnOf(machine, name);
		}
		catch (StateMachineDoesNotExistException | StateMachineDeletingException ex) {
			throw new RetryableFailure("The state machine is not there", ex);
		}
		catch (ExecutionLimitExceededException ex) {
			throw new RetryableFailure("Too many executions run", ex);
		}
		catch (InvalidExecutionInputException | InvalidNameException ex) {
			throw new PermanentFailure("execution_refused", "Step Functions refuses " + name + ": " + ex.getMessage(),
					ex);
		}
	}

	@Override
	public Optional<State> find(String arn) {
		try {
			DescribeExecutionResponse execution = calling(
					() -> this.sfn.describeExecution((ask) -> ask.executionArn(arn)));
			return Optional.of(new State(execution.statusAsString(), execution.startDate(), execution.stopDate(),
					execution.error(), execution.cause(), execution.input(), execution.output()));
		}
		catch (ExecutionDoesNotExistException ex) {
			return Optional.empty();
		}
	}

	@Override
	public Optional<State> findByName(String name) {
		return find(arnOf(machine(), name));
	}

	@Override
	public List<Event> history(String arn) {
		try {
			return calling(
					() -> this.sfn.getExecutionHistoryPaginator((ask) -> ask.executionArn(arn).maxResults(LARGEST_PAGE))
						.stream()
						.flatMap((page) -> page.events().stream())
						.map(SfnExecutions::event)
						.toList());
		}
		catch (ExecutionDoesNotExistException ex) {
			return List.of();
		}
	}

	@Override
	public void stop(String arn, String error, String cause) {
		calling(() -> this.sfn.stopExecution((stop) -> stop.executionArn(arn).error(error).cause(cause)));
	}

	@SuppressWarnings("NullAway") // an event of the SDK has details of its own kind only
	private static Event event(HistoryEvent event) {
		String state = null;
		String output = null;
		if (event.stateEnteredEventDetails() != null) {
			state = event.stateEnteredEventDetails().name();
		}
		else if (event.stateExitedEventDetails() != null) {
			state = event.stateExitedEventDetails().name();
			output = event.stateExitedEventDetails().output();
		}
		return new Event(event.id(), event.previousEventId(), event.timestamp(), event.typeAsString(), state, output);
	}

	private String machine() {
		return this.stateMachine.get()
			.orElseThrow(() -> new RetryableFailure("The state machine is not registered yet", null));
	}

	private static String arnOf(String machine, String name) {
		return machine.replace(":stateMachine:", ":execution:") + ":" + name;
	}

	private static <T> T calling(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (SdkClientException ex) {
			throw new RetryableFailure("Step Functions cannot be reached", ex);
		}
		catch (SfnException ex) {
			if (ex.isThrottlingException() || ex.statusCode() >= 500) {
				throw new RetryableFailure("Step Functions is overloaded", ex);
			}
			throw ex;
		}
	}

}
