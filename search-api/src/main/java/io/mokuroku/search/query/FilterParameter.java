package io.mokuroku.search.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.web.ApiProblem;
import io.mokuroku.web.ErrorCode;
import io.mokuroku.web.ErrorSource;
import org.jspecify.annotations.Nullable;

/**
 * A parameter taken apart.
 *
 * @param parameter its whole name
 * @param group how it hangs together with others
 * @param field what clients call the field
 * @param operator how it is compared
 */
record FilterParameter(String parameter, Group group, String field, FilterOperator operator) {

	/** Stands for the ids of all that belong with an anime. */
	static final String FRANCHISE = "franchise";

	private static final Pattern NAME = Pattern
		.compile("filter(?:\\[(must|mustNot|should)])?\\[([a-zA-Z]+)](?:\\[([a-zA-Z]+)])?");

	/**
	 * Takes a parameter's name apart.
	 * @throws ApiProblem if it is no filter, or of no field or operator that is known
	 */
	static FilterParameter parse(String parameter) {
		Matcher name = NAME.matcher(parameter);
		if (!name.matches()) {
			throw ApiProblem.of(ErrorCode.UNKNOWN_PARAMETER, ErrorSource.parameter(parameter),
					"filters are written filter[field], filter[field][operator] or filter[group][field][operator], "
							+ "where the group is must, mustNot or should");
		}
		if (!name.group(2).equals(FRANCHISE)) {
			FieldNames.get(name.group(2), parameter);
		}
		String operator = (name.group(3) != null) ? name.group(3) : FilterOperator.EQ.written();
		return new FilterParameter(parameter, Group.of(name.group(1)), name.group(2),
				FilterOperator.find(operator)
					.orElseThrow(() -> ApiProblem.badParameter(parameter,
							"operators are " + FilterOperator.all(List.of(FilterOperator.values())))));
	}

	boolean ofFranchise() {
		return this.field.equals(FRANCHISE);
	}

	void requireOf(List<FilterOperator> operators) {
		if (!operators.contains(this.operator)) {
			throw ApiProblem.badParameter(this.parameter,
					"%s takes %s".formatted(this.field, FilterOperator.all(operators)));
		}
	}

	/** How conditions hang together. */
	enum Group {

		/** All hold. */
		MUST,

		/** None holds. */
		MUST_NOT,

		/** One holds at least. */
		SHOULD;

		private static Group of(@Nullable String written) {
			return switch (written) {
				case "mustNot" -> MUST_NOT;
				case "should" -> SHOULD;
				case null, default -> MUST;
			};
		}

	}

}
