package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What people choose from.
 */
final class Options {

	private Options() {
	}

	/** One for each value of an enum, behind one that stands for any or none. */
	static List<Map<String, Object>> of(Enum<?>[] values, @Nullable String empty, @Nullable String selected) {
		List<Map<String, Object>> options = new ArrayList<>();
		if (empty != null) {
			options.add(option("", empty, selected == null || selected.isEmpty()));
		}
		for (Enum<?> value : values) {
			options.add(option(value.name(), Words.ofCode(value.name()), value.name().equals(selected)));
		}
		return options;
	}

	static Map<String, Object> option(String value, String label, boolean selected) {
		return Map.of("value", value, "label", label, "selected", selected);
	}

}
