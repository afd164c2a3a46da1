package io.mokuroku.review.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema (draft 2020-12) of decisions: one file that the service enforces and
 * that forms in a browser read.
 */
public final class DecisionSchema {

	private static final String FILE = "/io/mokuroku/review/decision/decision.schema.json";

	/** The keyword that says in words what a pattern or a format wants. */
	private static final String SAID = "x-rule";

	private static final DecisionSchema SHARED = new DecisionSchema(read());

	private final String text;

	private final JsonNode written;

	private final Schema schema;

	private DecisionSchema(String text) {
		this.text = text;
		Dialect dialect = Dialect.builder(Dialects.getDraft202012()).keyword(new NonValidationKeyword(SAID)).build();
		this.schema = SchemaRegistry
			.withDefaultDialect(dialect,
					(registry) -> registry
						.schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
			.getSchema(text);
		this.schema.initializeValidators();
		this.written = this.schema.getSchemaNode();
	}

	/** The one there is. */
	public static DecisionSchema load() {
		return SHARED;
	}

	/** The file as it is written. */
	public String text() {
		return this.text;
	}

	/** What it says of each field that can be corrected, in its order. */
	public JsonNode edits() {
		return this.written.at("/properties/edits/properties");
	}

	/** Every rule a decision breaks; none if it fits. */
	List<Fault> faults(JsonNode decision) {
		List<Fault> faults = new ArrayList<>();
		for (Error error : this.schema.validate(decision)) {
			Fault fault = new Fault(field(error), rule(error));
			if (faults.stream().noneMatch((known) -> known.field().equals(fault.field()))) {
				faults.add(fault);
			}
		}
		return faults;
	}

	private static String field(Error error) {
		String place = error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
		String property = switch (error.getKeyword()) {
			case "required", "additionalProperties" -> error.getProperty();
			default -> null;
		};
		if (property == null) {
			return place;
		}
		return place.isEmpty() ? property : place + "." + property;
	}

	private String rule(Error error) {
		JsonNode written = error.getSchemaNode();
		return switch (error.getKeyword()) {
			case "required" -> "note".equals(error.getProperty()) ? "must give the reason" : "must be given";
			case "additionalProperties" -> "is not a field of a decision";
			case "minProperties" -> "must correct something";
			case "maxProperties" -> "belong to APPROVE_WITH_EDITS";
			case "maxLength" -> "must not be longer than %s characters".formatted(written);
			case "maxItems" -> "must not have more than %s elements".formatted(written);
			case "uniqueItems" -> "must not name anything twice";
			case "minimum" -> "must be at least " + written;
			case "maximum" -> "must be at most " + written;
			case "enum" -> "must be one of " + names(written);
			case "type" -> "must be of type " + names(written);
			default -> said(error);
		};
	}

	/** What the schema itself says to people about a pattern or a format. */
	private String said(Error error) {
		String keyword = error.getSchemaLocation().getFragment().toString();
		return this.written.at(keyword.substring(0, keyword.lastIndexOf('/'))).path(SAID).asString(error.getMessage());
	}

	private static String names(JsonNode written) {
		return written.isArray()
				? written.values().stream().map(JsonNode::toString).collect(Collectors.joining(", ")).replace("\"", "")
				: written.asString();
	}

	private static String read() {
		try (InputStream in = Objects.requireNonNull(DecisionSchema.class.getResourceAsStream(FILE), FILE)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + FILE, ex);
		}
	}

}
