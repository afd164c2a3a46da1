package io.mokuroku.search.query;

/**
 * What the API's documentation says of {@code /v1/search}.
 */
final class SearchDescriptions {

	static final String SEARCH = """
			By title in any script, with typing errors, or by a description. Questions in English may say what the \
			anime is like, what it is not, and filters, as in "romance movies by Kyoto Animation after 2010" or \
			"like Naruto but darker, no harem"; what was understood is told in meta.understood. Without q, what \
			passes the filters is listed, the most popular first. Adult anime are shown only where includeAdult asks \
			for them and the caller may see them.""";

	static final String Q = "What is looked for. Needed where there is neither filter nor sort.";

	static final String FILTER = """
			filter[field]=value, filter[field][operator]=value or filter[group][field][operator]=value.

			Fields with words: id, type, status, lifecycle, season, rating, sourceMaterial, country, provider, genre, \
			theme, demographic, tag, subject (any of the four before), contentWarning, studio, franchise (the id of one \
			of its anime). Operators: eq (the default), ne, in, notIn; the values of a list are parted by commas, and a \
			comma in a value is written \\,.

			Fields with numbers: year, episodes, duration (seconds), votes, members, score (the mean score), \
			bayesianScore; with dates or times in UTC: airedFrom, nextAiring, added. Operators: eq, ne, in, notIn, gt, \
			gte, lt, lte.

			Groups: must (the default; all hold), mustNot (none holds; ne and notIn are refused here), should (one \
			holds at least). Up to 20 conditions.""";

	/** Without operators: Swagger UI would send their objects as JSON. */
	static final String FILTER_EXAMPLE = "{\"genre\":\"drama\",\"year\":2015}";

	static final String SORT = """
			relevance is the default with q, popularity without. score: the best first, drawn to the mean the fewer \
			have voted. newest: by the first day. nextAiring: what airs next, from now on. added: what came into the \
			catalogue last. Where q describes something, orders but relevance sort the 100 most relevant.""";

	static final String FACETS = """
			Fields by whose values all hits are counted, parted by commas: any field with words, and year. Where q \
			describes something, the first 1,000 hits are counted.""";

	private SearchDescriptions() {
	}

}
