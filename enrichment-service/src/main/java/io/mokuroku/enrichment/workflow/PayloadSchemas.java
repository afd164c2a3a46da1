package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.mokuroku.message.PermanentFailure;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schemas (draft 2020-12) of what passes between the state machine and those who
 * do its tasks. They lie beside the definition as {@code schemas/TASK.input.json} and
 * {@code schemas/TASK.output.json}; formats are asserted. A payload that does not fit
 * fails its state with the error {@value #VIOLATION}, which is never tried again.
 */
public final class PayloadSchemas {

	/** The error of a payload that does not fit. */
	public static final String VIOLATION = "SchemaViolation";

	private static final String ID = "urn:mokuroku:enrichment:";

	private static final int MOST_TOLD = 5;

	private final Function<String, Optional<String>> texts;

	private final SchemaRegistry registry;

	private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

	/**
	 * Schemas by name.
	 * @param texts gives the JSON of a schema such as {@code commit.input}
	 */
	PayloadSchemas(Function<String, Optional<String>> texts) {
		this.texts = texts;
		this.registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
				(registry) -> registry
					.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
					.schemas(this::text));
	}

	/** The schemas beside the definition. */
	public static PayloadSchemas load() {
		return new PayloadSchemas(PayloadSchemas::resource);
	}

	/**
	 * Makes sure that both schemas of a task are there and can be read.
	 * @throws IllegalStateException if not
	 */
	void require(String task) {
		schema(task + ".input");
		schema(task + ".output");
	}

	/**
	 * Checks what a task is asked with.
	 * @throws PermanentFailure with code {@value #VIOLATION} that names what is wrong
	 */
	public void checkInput(String task, JsonNode payload) {
		check(task + ".input", payload);
	}

	/**
	 * Checks what a task answers.
	 * @throws PermanentFailure with code {@value #VIOLATION} that names what is wrong
	 */
	public void checkOutput(String task, JsonNode payload) {
		check(task + ".output", payload);
	}

	/** What is wrong with a payload, each as the place and the rule; none if it fits. */
	List<String> violations(String name, JsonNode payload) {
		return schema(name).validate(payload)
			.stream()
			.map((error) -> "at '" + error.getInstanceLocation() + "': " + error.getMessage())
			.toList();
	}

	private void check(String name, JsonNode payload) {
		List<String> violations = violations(name, payload);
		if (!violations.isEmpty()) {
			String told = String.join("; ", violations.subList(0, Math.min(MOST_TOLD, violations.size())));
			int more = violations.size() - MOST_TOLD;
			throw new PermanentFailure(VIOLATION, name + " " + told + ((more > 0) ? "; and " + more + " more" : ""));
		}
	}

	private Schema schema(String name) {
		return this.schemas.computeIfAbsent(name, (wanted) -> {
			if (this.texts.apply(wanted).isEmpty()) {
				throw new IllegalStateException("There is no schema of " + wanted + ": write it as schemas/" + wanted
						+ ".json beside enrichment.asl.json");
			}
			Schema schema = this.registry.getSchema(SchemaLocation.of(ID + wanted));
			schema.initializeValidators();
			return schema;
		});
	}

	@SuppressWarnings("NullAway") // null means "ask the next loader" to this library
	private String text(String iri) {
		return iri.startsWith(ID) ? this.texts.apply(iri.substring(ID.length())).orElse(null) : null;
	}

	static Optional<String> resource(String name) {
		String file = "/io/mokuroku/enrichment/schemas/" + name + ".json";
		try (InputStream in = PayloadSchemas.class.getResourceAsStream(file)) {
			return (in != null) ? Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + file, ex);
		}
	}

}
