package io.mokuroku.search.index;

import java.util.Comparator;

/**
 * How many anime have a value.
 *
 * @param value the value, as its field spells it
 * @param count at least 1
 */
public record ValueCount(String value, long count) {

	/** The most frequent first, equally frequent ones by name. */
	public static final Comparator<ValueCount> MOST_FIRST = Comparator.comparingLong(ValueCount::count)
		.reversed()
		.thenComparing(ValueCount::value);

}
