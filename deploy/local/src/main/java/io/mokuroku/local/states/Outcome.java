package io.mokuroku.local.states;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a state, a choice or a catcher leaves behind: its output, if it is not the default
 * one, and the variables it assigns.
 */
record Outcome(@Nullable Template output, Map<String, Template> assign) {

	Outcome {
		assign = Collections.unmodifiableMap(new LinkedHashMap<>(assign));
	}

}
