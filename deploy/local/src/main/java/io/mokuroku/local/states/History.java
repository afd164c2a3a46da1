package io.mokuroku.local.states;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells the journal of an execution as the history events of the service.
 */
final class History {

	private final boolean includeData;

	private final List<ObjectNode> events = new ArrayList<>();

	private Instant at;

	private History(boolean includeData, Instant at) {
		this.includeData = includeData;
		this.at = at;
	}

	/** All events in order. */
	static List<ObjectNode> of(Journal.Contents journal, boolean includeData) {
		Header header = journal.header();
		History history = new History(includeData, header.startedAt());
		ObjectNode started = history.details().put("roleArn", header.roleArn());
		history.add(new Mark(1, 0), "ExecutionStarted", "executionStarted",
				history.data(started, "input", header.input()));
		journal.batches().forEach((batch) -> {
			history.at = batch.at();
			batch.facts().forEach(history::tell);
		});
		return history.events;
	}

	private void tell(Fact fact) {
		switch (fact) {
			case Fact.Entered entered -> add(entered.mark(), entered.type() + "StateEntered", "stateEntered",
					data(details().put("name", entered.state()), "input", entered.input()));
			case Fact.Exited exited ->
				add(exited.mark(), exited.type() + "StateExited", "stateExited", exitedDetails(exited));
			case Fact.TaskScheduled scheduled ->
				add(scheduled.mark(), "TaskScheduled", "taskScheduled", scheduledDetails(scheduled));
			case Fact.TaskStarted started ->
				add(started.mark(), "TaskStarted", "taskStarted", resource(started.action()));
			case Fact.TaskSubmitted submitted -> add(submitted.mark(), "TaskSubmitted", "taskSubmitted",
					data(resource(submitted.action()), "output", submitted.output()));
			case Fact.TaskSucceeded succeeded -> add(succeeded.mark(), "TaskSucceeded", "taskSucceeded",
					data(resource(succeeded.action()), "output", succeeded.output()));
			case Fact.TaskFailed failed -> {
				String type = failed.timedOut() ? "TimedOut" : "Failed";
				add(failed.mark(), "Task" + type, "task" + type,
						failure(resource(failed.action()), failed.error(), failed.cause()));
			}
			case Fact.EvaluationFailed failed -> add(failed.mark(), "EvaluationFailed", "evaluationFailed",
					failure(details(), failed.error(), failed.cause()).put("location", failed.location())
						.put("state", failed.state()));
			case Fact.Forked forked -> {
				if (forked.items() != null) {
					add(forked.mark(), "MapStateStarted", "mapStateStarted", details().put("length", forked.size()));
				}
				else {
					add(forked.mark(), "ParallelStateStarted", null, details());
				}
			}
			case Fact.BranchStarted started -> iteration(started.mark(), "Started", started.state(), started.index());
			case Fact.BranchEnded ended ->
				iteration(ended.mark(), ended.succeeded() ? "Succeeded" : "Failed", ended.state(), ended.index());
			case Fact.BranchAborted aborted -> iteration(aborted.mark(), "Aborted", aborted.state(), aborted.index());
			case Fact.StateAborted aborted -> add(aborted.mark(), aborted.type() + "StateAborted", null, details());
			case Fact.Joined joined -> add(joined.mark(),
					joined.type() + "State" + (joined.succeeded() ? "Succeeded" : "Failed"), null, details());
			case Fact.Finished finished -> finished(finished);
			case Fact.Waiting _, Fact.Retrying _, Fact.HeartbeatReceived _ -> {
				// the service has no events for these
			}
		}
	}

	private void iteration(Mark mark, String what, String state, int index) {
		if (mark.id() > 0) {
			add(mark, "MapIteration" + what, "mapIteration" + what, details().put("name", state).put("index", index));
		}
	}

	private void finished(Fact.Finished fact) {
		ObjectNode details = failure(details(), fact.error(), fact.cause());
		if (fact.output() != null) {
			data(details, "output", fact.output());
		}
		String what = switch (fact.status()) {
			case SUCCEEDED -> "Succeeded";
			case FAILED -> "Failed";
			case TIMED_OUT -> "TimedOut";
			case ABORTED -> "Aborted";
			case RUNNING -> throw new IllegalStateException("a running execution has no end");
		};
		add(fact.mark(), "Execution" + what, "execution" + what, details);
	}

	private ObjectNode exitedDetails(Fact.Exited exited) {
		ObjectNode details = data(details().put("name", exited.state()), "output", exited.output());
		if (!exited.assigned().isEmpty()) {
			if (this.includeData) {
				ObjectNode variables = details.putObject("assignedVariables");
				for (Map.Entry<String, JsonNode> variable : exited.assigned().entrySet()) {
					variables.put(variable.getKey(), Json.text(variable.getValue()));
				}
			}
			details.putObject("assignedVariablesDetails").put("truncated", false);
		}
		return details;
	}

	private ObjectNode scheduledDetails(Fact.TaskScheduled scheduled) {
		ObjectNode details = resource(scheduled.action()).put("region", "us-east-1")
			.put("parameters", this.includeData ? Json.text(scheduled.parameters()) : "{}");
		if (scheduled.timeoutSeconds() != null) {
			details.put("timeoutInSeconds", scheduled.timeoutSeconds());
		}
		if (scheduled.heartbeatSeconds() != null) {
			details.put("heartbeatInSeconds", scheduled.heartbeatSeconds());
		}
		return details;
	}

	private ObjectNode details() {
		return Json.object();
	}

	private ObjectNode resource(String action) {
		return details().put("resourceType", "sqs").put("resource", action);
	}

	private ObjectNode failure(ObjectNode details, @Nullable String error, @Nullable String cause) {
		if (error != null) {
			details.put("error", error);
		}
		if (cause != null && this.includeData) {
			details.put("cause", cause);
		}
		return details;
	}

	private ObjectNode data(ObjectNode details, String name, JsonNode value) {
		if (this.includeData) {
			details.put(name, Json.text(value));
		}
		details.putObject(name + "Details").put("truncated", false);
		return details;
	}

	private void add(Mark mark, String type, @Nullable String detailsName, ObjectNode details) {
		ObjectNode event = Json.object()
			.put("id", mark.id())
			.put("previousEventId", mark.previous())
			.put("timestamp", StatesApi.seconds(this.at))
			.put("type", type);
		if (detailsName != null) {
			event.set(detailsName + "EventDetails", details);
		}
		this.events.add(event);
	}

}
