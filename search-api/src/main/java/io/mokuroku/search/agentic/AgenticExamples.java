package io.mokuroku.search.agentic;

/**
 * What was really returned, for the description of the API.
 */
final class AgenticExamples {

	static final String BY_RULES = """
			{"data":[],"meta":{"planner":{"kind":"rules"},"degraded":true,"reason":"off","wordsOnly":false,"rounds":0,
			"tokens":{"input":0,"output":0},"plan":[],"dropped":0,"tookMillis":21}}""";

	static final String EVENTS = """
			event: plan
			data: {"kind":"rules"}

			event: done
			data: {}

			""";

	private AgenticExamples() {
	}

}
