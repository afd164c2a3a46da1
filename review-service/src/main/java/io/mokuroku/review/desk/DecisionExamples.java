package io.mokuroku.review.desk;

/**
 * One decision of each kind, for the documentation of the API.
 */
final class DecisionExamples {

	static final String APPROVE = """
			{"decision":"APPROVE","version":1}""";

	static final String APPROVE_WITH_EDITS = """
			{"decision":"APPROVE_WITH_EDITS","version":1,"entryVersion":4,
			"edits":{"title":"Monster","year":2004,"airedTo":null}}""";

	static final String REQUEST_RERUN = """
			{"decision":"REQUEST_RERUN","version":1,"stage":"EPISODES","note":"The second season is in the list"}""";

	static final String REJECT = """
			{"decision":"REJECT","version":1,"note":"This is a manga"}""";

	static final String DEFER = """
			{"decision":"DEFER","version":1,"until":"2026-12-01T09:00:00Z"}""";

	static final String MERGE = """
			{"decision":"MERGE","version":1,"other":"9d8c8ec8-75e9-5630-983e-07b4cd37a972"}""";

	static final String KEEP_SEPARATE = """
			{"decision":"KEEP_SEPARATE","version":1,"other":"9d8c8ec8-75e9-5630-983e-07b4cd37a972"}""";

	private DecisionExamples() {
	}

}
