package io.mokuroku.search.query;

import io.mokuroku.web.ApiProblem;

/**
 * How much one request may ask for in filters, and what it has asked for already.
 */
final class FilterRoom {

	/** More conditions are refused. */
	static final int CONDITIONS = 20;

	/** More values of all conditions together are refused: an index takes so many. */
	static final int VALUES = 200;

	/** More franchises are refused: each is a walk through the index. */
	static final int FRANCHISES = 5;

	private int conditions;

	private int values;

	private int franchises;

	/** Takes room for one more condition. */
	void take(FilterParameter named, int moreValues) {
		this.conditions++;
		this.values += moreValues;
		require(this.conditions <= CONDITIONS, named, CONDITIONS + " conditions");
		require(this.values <= VALUES, named, VALUES + " values in all conditions together");
	}

	void takeFranchises(FilterParameter named, int more) {
		this.franchises += more;
		require(this.franchises <= FRANCHISES, named, FRANCHISES + " franchises");
	}

	private static void require(boolean fits, FilterParameter named, String most) {
		if (!fits) {
			throw ApiProblem.badParameter(named.parameter(), "no more than " + most);
		}
	}

}
