package io.mokuroku.search.agentic;

/**
 * What was really returned, for the description of the API.
 */
final class AgenticExamples {

	static final String BY_RULES = """
			{"data":[{"type":"anime","id":"f4844e84-57eb-5ef8-8656-57a27546c21a",
			"attributes":{"title":"Hoshi no Kariudo","type":"TV","status":"FINISHED","season":"FALL","year":2006,
			"episodes":12,"subjects":["space"],"lifecycle":"DRAFT"},"meta":{"reasons":["text"]}}],
			"meta":{"planner":{"kind":"rules"},"degraded":true,"reason":"nonsense","wordsOnly":true,"rounds":1,
			"tokens":{"input":100,"output":10},"plan":[{"tool":"rules","arguments":{},"found":1}],"dropped":0,
			"tookMillis":4226}}""";

	static final String EVENTS = """
			event: plan
			data: {"kind":"bedrock","model":"qwen.qwen3-32b-v1:0","prompt":"v1","canary":false,"cached":false}

			event: plan
			data: {"kind":"rules"}

			event: search
			data: {"tool":"rules","arguments":{},"found":1}

			event: result
			data: {"data":[{"type":"anime","id":"f4844e84-57eb-5ef8-8656-57a27546c21a",\
			"attributes":{"title":"Hoshi no Kariudo","type":"TV","status":"FINISHED","season":"FALL","year":2006,\
			"episodes":12,"subjects":["space"],"lifecycle":"DRAFT"},"meta":{"reasons":["text"]}}],\
			"meta":{"planner":{"kind":"rules"},"degraded":true,"reason":"nonsense","wordsOnly":true,"rounds":1,\
			"tokens":{"input":100,"output":10},"plan":[{"tool":"rules","arguments":{},"found":1}],"dropped":0,\
			"tookMillis":4226}}

			event: done
			data: {}

			""";

	private AgenticExamples() {
	}

}
