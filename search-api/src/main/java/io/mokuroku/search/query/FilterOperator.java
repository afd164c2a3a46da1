package io.mokuroku.search.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a field is compared with a value.
 */
enum FilterOperator {

	/** Is the value. */
	EQ,

	/** Is not the value. */
	NE,

	/** Is one of the values. */
	IN,

	/** Is none of the values. */
	NOT_IN,

	/** Is greater or later. */
	GT,

	/** Is not less and not earlier. */
	GTE,

	/** Is less or earlier. */
	LT,

	/** Is not greater and not later. */
	LTE;

	/** Those that compare words. */
	static final List<FilterOperator> WORDS = List.of(EQ, NE, IN, NOT_IN);

	/** As clients write it. */
	String written() {
		return (this == NOT_IN) ? "notIn" : name().toLowerCase(Locale.ROOT);
	}

	boolean opposite() {
		return this == NE || this == NOT_IN;
	}

	boolean list() {
		return this == IN || this == NOT_IN;
	}

	static Optional<FilterOperator> find(String written) {
		return Arrays.stream(values()).filter((each) -> each.written().equals(written)).findFirst();
	}

	static String all(Collection<FilterOperator> operators) {
		return operators.stream().map(FilterOperator::written).collect(Collectors.joining(", "));
	}

}
