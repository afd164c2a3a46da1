package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The definition of the state machine, whose queue addresses are filled in where it is
 * registered. Terraform fills in the same file.
 */
final class StateMachineDefinition {

	private static final String FILE = "/io/mokuroku/enrichment/enrichment.asl.json";

	private StateMachineDefinition() {
	}

	/** The definition as it is in the repository. */
	static String template() {
		try (InputStream in = StateMachineDefinition.class.getResourceAsStream(FILE)) {
			return new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + FILE, ex);
		}
	}

	/**
	 * The definition with addresses.
	 * @param values what to write for {@code ${name}}
	 */
	static String with(Map<String, String> values) {
		String definition = template();
		for (Map.Entry<String, String> value : values.entrySet()) {
			definition = definition.replace("${" + value.getKey() + "}", value.getValue());
		}
		if (definition.contains("${")) {
			throw new IllegalStateException("The definition has a placeholder nobody filled in");
		}
		return definition;
	}

}
