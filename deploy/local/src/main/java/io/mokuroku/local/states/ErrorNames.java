package io.mokuroku.local.states;

import java.util.List;
import java.util.Set;

/**
 * The error names the language reserves, and which of them a Retry or Catch matches.
 * <p>
 * Source: Amazon States Language, "Errors"; Step Functions developer guide, "Error
 * names".
 */
final class ErrorNames {

	static final String ALL = "States.ALL";

	static final String TASK_FAILED = "States.TaskFailed";

	static final String TIMEOUT = "States.Timeout";

	static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

	static final String RUNTIME = "States.Runtime";

	static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";

	static final String NO_CHOICE_MATCHED = "States.NoChoiceMatched";

	static final String QUERY_EVALUATION = "States.QueryEvaluationError";

	static final String TOLERANCE_EXCEEDED = "States.ExceedToleratedFailureThreshold";

	/** What a definition may name beside errors of its own. */
	static final Set<String> RESERVED = Set.of(ALL, TASK_FAILED, TIMEOUT, HEARTBEAT_TIMEOUT, RUNTIME,
			DATA_LIMIT_EXCEEDED, NO_CHOICE_MATCHED, QUERY_EVALUATION, TOLERANCE_EXCEEDED, "States.Permissions",
			"States.BranchFailed", "States.ItemReaderFailed", "States.ResultWriterFailed", "States.Http.Socket");

	private ErrorNames() {
	}

	/**
	 * Whether one of the names matches. States.ALL matches everything but States.Runtime,
	 * which nothing matches, and States.DataLimitExceeded, which only its own name does;
	 * States.TaskFailed matches the same but time-outs.
	 */
	static boolean match(List<String> names, Failure failure) {
		return names.stream().anyMatch((name) -> matches(name, failure));
	}

	private static boolean matches(String name, Failure failure) {
		String error = failure.error();
		if (RUNTIME.equals(error)) {
			return false;
		}
		boolean terminal = DATA_LIMIT_EXCEEDED.equals(error);
		return switch (name) {
			case ALL -> !terminal;
			case TASK_FAILED -> !terminal && !TIMEOUT.equals(error);
			case HEARTBEAT_TIMEOUT -> failure.heartbeat();
			default -> name.equals(error);
		};
	}

}
