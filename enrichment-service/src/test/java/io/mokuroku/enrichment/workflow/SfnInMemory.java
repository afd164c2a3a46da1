package io.mokuroku.enrichment.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineResponse;

/**
 * As much of Step Functions as the service calls, in memory. Executions start and stay
 * where they are.
 */
public final class SfnInMemory implements SfnClient {

	private static final String ARN = "arn:aws:states:us-east-1:000000000000:";

	private final Map<String, String> definitions = new ConcurrentHashMap<>();

	private final Map<String, String> inputs = new ConcurrentHashMap<>();

	private final Map<String, ExecutionStatus> ended = new ConcurrentHashMap<>();

	private final List<String> answers = new CopyOnWriteArrayList<>();

	private volatile @Nullable RuntimeException failure;

	/** The definitions of the state machines, by name. */
	public Map<String, String> definitions() {
		return this.definitions;
	}

	/** What executions were started with, by ARN. */
	public Map<String, String> inputs() {
		return this.inputs;
	}

	/** What was answered, each as {@code token outcome text}. */
	public List<String> answers() {
		return this.answers;
	}

	/** Ends an execution. */
	public void end(String arn, ExecutionStatus status) {
		this.ended.put(arn, status);
	}

	/** Fails every call from now on, or none. */
	public void fail(@Nullable RuntimeException reason) {
		this.failure = reason;
	}

	@Override
	public CreateStateMachineResponse createStateMachine(CreateStateMachineRequest request) {
		failIfAsked();
		if (this.definitions.putIfAbsent(request.name(), request.definition()) != null) {
			throw StateMachineAlreadyExistsException.builder().message("exists").build();
		}
		return CreateStateMachineResponse.builder().stateMachineArn(machine(request.name())).build();
	}

	@Override
	public UpdateStateMachineResponse updateStateMachine(UpdateStateMachineRequest request) {
		failIfAsked();
		String arn = request.stateMachineArn();
		this.definitions.put(arn.substring(arn.lastIndexOf(':') + 1), request.definition());
		return UpdateStateMachineResponse.builder().build();
	}

	@Override
	public ListStateMachinesResponse listStateMachines(ListStateMachinesRequest request) {
		failIfAsked();
		return ListStateMachinesResponse.builder()
			.stateMachines(this.definitions.keySet()
				.stream()
				.map((name) -> StateMachineListItem.builder().name(name).stateMachineArn(machine(name)).build())
				.toList())
			.build();
	}

	@Override
	public StartExecutionResponse startExecution(StartExecutionRequest request) {
		failIfAsked();
		String arn = request.stateMachineArn().replace(":stateMachine:", ":execution:") + ":" + request.name();
		if (this.inputs.putIfAbsent(arn, request.input()) != null) {
			throw ExecutionAlreadyExistsException.builder().message("exists").build();
		}
		return StartExecutionResponse.builder().executionArn(arn).build();
	}

	@Override
	public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
		failIfAsked();
		if (!this.inputs.containsKey(request.executionArn())) {
			throw ExecutionDoesNotExistException.builder().message("none").build();
		}
		return DescribeExecutionResponse.builder()
			.status(this.ended.getOrDefault(request.executionArn(), ExecutionStatus.RUNNING))
			.input(this.inputs.get(request.executionArn()))
			.startDate(Instant.EPOCH)
			.build();
	}

	@Override
	public StopExecutionResponse stopExecution(StopExecutionRequest request) {
		failIfAsked();
		end(request.executionArn(), ExecutionStatus.ABORTED);
		return StopExecutionResponse.builder().build();
	}

	@Override
	public GetExecutionHistoryResponse getExecutionHistory(GetExecutionHistoryRequest request) {
		failIfAsked();
		return GetExecutionHistoryResponse.builder()
			.events(HistoryEvent.builder()
				.id(1L)
				.previousEventId(0L)
				.type("ExecutionStarted")
				.timestamp(Instant.EPOCH)
				.build(),
					HistoryEvent.builder()
						.id(2L)
						.previousEventId(1L)
						.type("PassStateEntered")
						.timestamp(Instant.EPOCH)
						.stateEnteredEventDetails((entered) -> entered.name("Begin"))
						.build())
			.build();
	}

	@Override
	public SendTaskHeartbeatResponse sendTaskHeartbeat(SendTaskHeartbeatRequest request) {
		failIfAsked();
		return SendTaskHeartbeatResponse.builder().build();
	}

	@Override
	public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
		failIfAsked();
		this.answers.add(request.taskToken() + " succeeded " + request.output());
		return SendTaskSuccessResponse.builder().build();
	}

	@Override
	public SendTaskFailureResponse sendTaskFailure(SendTaskFailureRequest request) {
		failIfAsked();
		this.answers.add(request.taskToken() + " failed " + request.error() + ": " + request.cause());
		return SendTaskFailureResponse.builder().build();
	}

	@Override
	public String serviceName() {
		return "states";
	}

	@Override
	public void close() {
		this.inputs.clear();
	}

	private void failIfAsked() {
		RuntimeException reason = this.failure;
		if (reason != null) {
			throw reason;
		}
	}

	private static String machine(String name) {
		return ARN + "stateMachine:" + name;
	}

}
