package io.mokuroku.enrichment.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.mokuroku.enrichment.commit.CheckAnswer;
import tools.jackson.databind.JsonNode;

/**
 * A worker for every task of the definition, each of which does what a test tells it and
 * otherwise succeeds: two sources answer, every stage finds something, nobody need see
 * it.
 */
final class ScriptedWorkers {

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final Map<String, Deque<Function<JsonNode, Object>>> scripts = new ConcurrentHashMap<>();

	private final Map<String, Function<JsonNode, Object>> always = new ConcurrentHashMap<>();

	List<TaskWorker<?>> all() {
		List<TaskWorker<?>> all = new ArrayList<>();
		DefinedStates.ofRepository()
			.tasks()
			.forEach((task) -> all.add(task.equals("check-answer") ? new CheckAnswer() : new Scripted(task)));
		return all;
	}

	/** What a task does the next time; several are done one after the other. */
	ScriptedWorkers next(String task, Function<JsonNode, Object> work) {
		Deque<Function<JsonNode, Object>> script = this.scripts.computeIfAbsent(task, (name) -> new ArrayDeque<>());
		synchronized (script) {
			script.add(work);
		}
		return this;
	}

	/** What a task does whenever it is not told something else. */
	ScriptedWorkers always(String task, Function<JsonNode, Object> work) {
		this.always.put(task, work);
		return this;
	}

	/** A person must see whatever is assembled. */
	void askPeople() {
		always("assemble",
				(input) -> Map.of("verdict", "REVIEW", "reasons", List.of("CORE_CONFLICT"), "confidence", 0.7));
	}

	/** The inputs a task was called with. */
	List<JsonNode> inputs(String task) {
		return this.calls.stream().filter((call) -> call.task().equals(task)).map(Call::input).toList();
	}

	/** The executions that were cleaned up. */
	List<String> released() {
		return this.calls.stream().filter((call) -> call.task().equals("release")).map(Call::execution).toList();
	}

	private Object work(String task, JsonNode input) {
		Deque<Function<JsonNode, Object>> script = this.scripts.getOrDefault(task, new ArrayDeque<>());
		Function<JsonNode, Object> next;
		synchronized (script) {
			next = script.poll();
		}
		return (next != null) ? next.apply(input)
				: this.always.getOrDefault(task, (asked) -> usual(task, asked)).apply(input);
	}

	/** What a task answers where everything is well. */
	static Object usual(String task, JsonNode input) {
		if (task.startsWith("collect-")) {
			String stage = task.substring("collect-".length());
			return Map.of("stage", stage.toUpperCase(Locale.ROOT), "ref", "stage/" + stage + ".json", "images",
					stage.equals("media") ? List.of("https://cdn.example.org/1.jpg") : List.of());
		}
		return switch (task) {
			case "prepare" ->
				Map.of("sources", List.of(Map.of("link", "MYANIMELIST#990041"), Map.of("link", "KITSU#990042")));
			case "fetch", "fetch-episode" -> Map.of("link", input.get("link"), "status", "OK", "ref",
					"fetched/" + input.get("link").asString().replace('#', '-') + ".json");
			case "assemble", "assemble-episode" -> Map.of("verdict", "AUTO", "reasons", List.of(), "confidence", 1);
			case "commit" -> Map.of("version", 2);
			case "settle" -> Map.of("outcome", switch (input.get("decision").asString()) {
				case "MERGE" -> "MERGED";
				case "KEEP_SEPARATE" -> "KEPT_SEPARATE";
				default -> "REJECTED";
			});
			case "release" -> Map.of();
			default -> throw new IllegalStateException("Nobody scripted " + task);
		};
	}

	private record Call(String task, String execution, JsonNode input) {
	}

	private final class Scripted implements TaskWorker<JsonNode> {

		private final String task;

		private Scripted(String task) {
			this.task = task;
		}

		@Override
		public String task() {
			return this.task;
		}

		@Override
		public Class<JsonNode> inputType() {
			return JsonNode.class;
		}

		@Override
		public Object work(TaskRun run, JsonNode input) {
			ScriptedWorkers.this.calls.add(new Call(this.task, run.execution(), input));
			return ScriptedWorkers.this.work(this.task, input);
		}

	}

}
