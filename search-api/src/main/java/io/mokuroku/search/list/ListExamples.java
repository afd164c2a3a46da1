package io.mokuroku.search.list;

/**
 * What the API has answered, shortened.
 */
final class ListExamples {

	static final String POPULAR = "{}";

	private ListExamples() {
	}

}
