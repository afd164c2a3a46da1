package io.mokuroku.search.anime;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes of one type of resource are wanted.
 *
 * @param names their names; absent if all are
 */
record Fields(@Nullable Set<String> names) {

	/** All there are. */
	static final Fields ALL = new Fields(null);

	/**
	 * Reads a list of names.
	 * @param parameter where it came from, such as {@code fields[anime]}
	 * @param names separated by commas; absent for all, empty for none
	 * @param attributes the record that has them all
	 * @throws ApiProblem if one of them is not known
	 */
	static Fields parse(String parameter, @Nullable String names, Class<? extends Record> attributes) {
		if (names == null) {
			return ALL;
		}
		Set<String> known = new TreeSet<>();
		Arrays.stream(attributes.getRecordComponents()).map(RecordComponent::getName).forEach(known::add);
		Set<String> wanted = new TreeSet<>();
		for (String name : names.isEmpty() ? new String[0] : names.split(",", -1)) {
			if (!known.contains(name)) {
				throw ApiProblem.badParameter(parameter, "known are " + String.join(", ", known));
			}
			wanted.add(name);
		}
		return new Fields(wanted);
	}

}
