package io.mokuroku.local.states;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened in an execution. Facts hold outcomes, so that reading them
 * again needs no evaluation; they are what the journal stores and what the history is
 * told from.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({ @JsonSubTypes.Type(value = Fact.Entered.class, name = "entered"),
		@JsonSubTypes.Type(value = Fact.Exited.class, name = "exited"),
		@JsonSubTypes.Type(value = Fact.Waiting.class, name = "waiting"),
		@JsonSubTypes.Type(value = Fact.Retrying.class, name = "retrying"),
		@JsonSubTypes.Type(value = Fact.TaskScheduled.class, name = "taskScheduled"),
		@JsonSubTypes.Type(value = Fact.TaskStarted.class, name = "taskStarted"),
		@JsonSubTypes.Type(value = Fact.TaskSubmitted.class, name = "taskSubmitted"),
		@JsonSubTypes.Type(value = Fact.TaskSucceeded.class, name = "taskSucceeded"),
		@JsonSubTypes.Type(value = Fact.TaskFailed.class, name = "taskFailed"),
		@JsonSubTypes.Type(value = Fact.HeartbeatReceived.class, name = "heartbeat"),
		@JsonSubTypes.Type(value = Fact.EvaluationFailed.class, name = "evaluationFailed"),
		@JsonSubTypes.Type(value = Fact.Forked.class, name = "forked"),
		@JsonSubTypes.Type(value = Fact.BranchStarted.class, name = "branchStarted"),
		@JsonSubTypes.Type(value = Fact.BranchEnded.class, name = "branchEnded"),
		@JsonSubTypes.Type(value = Fact.BranchAborted.class, name = "branchAborted"),
		@JsonSubTypes.Type(value = Fact.StateAborted.class, name = "stateAborted"),
		@JsonSubTypes.Type(value = Fact.Joined.class, name = "joined"),
		@JsonSubTypes.Type(value = Fact.Finished.class, name = "finished") })
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Fact {

	record Entered(Mark mark, int strand, String state, String type, JsonNode input) implements Fact {
	}

	/** Without a next state the strand has reached its end. */
	record Exited(Mark mark, int strand, String state, String type, JsonNode output, Map<String, JsonNode> assigned,
			@Nullable String next) implements Fact {
	}

	record Waiting(int strand, Instant until) implements Fact {
	}

	record Retrying(int strand, int retrier, Instant until) implements Fact {
	}

	/** Only a task that waits for an answer has a token. */
	record TaskScheduled(Mark mark, int strand, String action, JsonNode parameters, @Nullable String token,
			@Nullable Long timeoutSeconds, @Nullable Long heartbeatSeconds) implements Fact {
	}

	record TaskStarted(Mark mark, int strand, String action) implements Fact {
	}

	record TaskSubmitted(Mark mark, int strand, String action, JsonNode output) implements Fact {
	}

	record TaskSucceeded(Mark mark, int strand, String action, JsonNode output) implements Fact {
	}

	record TaskFailed(Mark mark, int strand, String action, boolean timedOut, @Nullable String error,
			@Nullable String cause) implements Fact {
	}

	record HeartbeatReceived(int strand) implements Fact {
	}

	record EvaluationFailed(Mark mark, int strand, String state, String location, String error,
			String cause) implements Fact {
	}

	/** A Map has items, a Parallel has none. */
	record Forked(Mark mark, int strand, int size, @Nullable JsonNode items, long maxConcurrency,
			@Nullable Long toleratedCount, @Nullable Long toleratedPercentage) implements Fact {
	}

	record BranchStarted(Mark mark, int parent, int strand, int index, String state, JsonNode input) implements Fact {
	}

	/** A branch that failed leaves its error output, which only a tolerant Map uses. */
	record BranchEnded(Mark mark, int strand, int index, String state, boolean succeeded,
			JsonNode output) implements Fact {
	}

	record BranchAborted(Mark mark, int strand, int index, String state) implements Fact {
	}

	record StateAborted(Mark mark, int strand, String type) implements Fact {
	}

	record Joined(Mark mark, int strand, String type, boolean succeeded) implements Fact {
	}

	record Finished(Mark mark, ExecutionStatus status, @Nullable JsonNode output, @Nullable String error,
			@Nullable String cause) implements Fact {
	}

}
