package io.mokuroku.local.states;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

import io.mokuroku.local.AwsService.Response;

/**
 * The protocol of the service: JSON 1.0, one operation per target, typed errors.
 */
final class StatesApi {

	static final String TARGET_PREFIX = "AWSStepFunctions.";

	private static final Logger logger = LoggerFactory.getLogger(StatesApi.class);

	private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

	private final Map<String, Operation> operations;

	StatesApi(MachineApi machines, ExecutionApi executions, TaskApi tasks) {
		this.operations = Map.ofEntries(Map.entry("CreateStateMachine", machines::create),
				Map.entry("UpdateStateMachine", machines::update),
				Map.entry("DescribeStateMachine", machines::describe), Map.entry("ListStateMachines", machines::list),
				Map.entry("DeleteStateMachine", machines::delete),
				Map.entry("ValidateStateMachineDefinition", machines::validate),
				Map.entry("StartExecution", executions::start), Map.entry("DescribeExecution", executions::describe),
				Map.entry("DescribeStateMachineForExecution", executions::describeMachine),
				Map.entry("ListExecutions", executions::list), Map.entry("GetExecutionHistory", executions::history),
				Map.entry("StopExecution", executions::stop), Map.entry("SendTaskSuccess", tasks::succeed),
				Map.entry("SendTaskFailure", tasks::fail), Map.entry("SendTaskHeartbeat", tasks::heartbeat));
	}

	Response answer(String target, byte[] body) {
		String name = target.substring(TARGET_PREFIX.length());
		try {
			Operation operation = this.operations.get(name);
			if (operation == null) {
				throw new ApiFailure("UnknownOperationException", "The operation " + name + " is not supported");
			}
			return response(200, operation.call(ApiRequest.parse(body)));
		}
		catch (ApiFailure ex) {
			return failure(400, ex.type(), String.valueOf(ex.getMessage()));
		}
		catch (IOException | UncheckedIOException ex) {
			logger.error("event=request-failed operation={}", name, ex);
			return failure(500, "InternalServerError", "The local disk failed: " + ex.getMessage());
		}
		catch (RuntimeException ex) {
			logger.error("event=request-failed operation={}", name, ex);
			return failure(500, "InternalServerError", ex.toString());
		}
	}

	private static Response failure(int status, String type, String message) {
		return response(status, Json.object().put("__type", type).put("message", message));
	}

	private static Response response(int status, ObjectNode body) {
		return new Response(status, CONTENT_TYPE, Json.text(body).getBytes(StandardCharsets.UTF_8));
	}

	/** A moment as this protocol writes it: seconds since 1970, with milliseconds. */
	static BigDecimal seconds(Instant instant) {
		return BigDecimal.valueOf(instant.toEpochMilli(), 3);
	}

	private interface Operation {

		ObjectNode call(ApiRequest request) throws IOException;

	}

}
