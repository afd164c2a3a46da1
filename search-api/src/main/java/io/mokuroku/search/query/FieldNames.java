package io.mokuroku.search.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.search.index.AnimeField;
import io.mokuroku.web.ApiProblem;

/**
 * What clients call fields.
 */
final class FieldNames {

	private static final Map<String, AnimeField> FIELDS = Arrays.stream(AnimeField.values())
		.collect(Collectors.toMap(FieldNames::of, Function.identity()));

	private FieldNames() {
	}

	/** How clients call a field: {@code airedFrom}. */
	static String of(AnimeField field) {
		StringBuilder name = new StringBuilder();
		for (String word : field.name().toLowerCase(Locale.ROOT).split("_", -1)) {
			name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
		}
		return name.toString();
	}

	/**
	 * The field of a name.
	 * @param parameter which asks for it
	 * @throws ApiProblem if no field is called so
	 */
	static AnimeField get(String name, String parameter) {
		AnimeField field = FIELDS.get(name);
		if (field == null) {
			throw ApiProblem.badParameter(parameter, "no field is called so; known are "
					+ String.join(", ", FIELDS.keySet().stream().sorted().toList()));
		}
		return field;
	}

}
