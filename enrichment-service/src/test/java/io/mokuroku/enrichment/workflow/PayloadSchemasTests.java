package io.mokuroku.enrichment.workflow;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.fetch.FetchStatus;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.PermanentFailure;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The schemas themselves, and what they refuse.
 */
final class PayloadSchemasTests {

	private static final String DRAFT = SpecificationVersion.DRAFT_2020_12.getDialectId();

	private final PayloadSchemas schemas = PayloadSchemas.load();

	@TestFactory
	Stream<DynamicTest> everyFileIsASchemaThatExplainsItself() throws Exception {
		return files().map((file) -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
			JsonNode schema = WorkflowJson.MAPPER.readTree(Files.readAllBytes(file));
			String name = file.getFileName().toString().replace(".json", "");
			assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(SchemaLocation.of(DRAFT))
				.validate(schema)).isEmpty();
			assertThat(schema.get("$schema").asString()).isEqualTo(DRAFT);
			assertThat(schema.get("$id").asString()).isEqualTo("urn:mokuroku:enrichment:" + name);
			assertThat(schema.get("title").asString()).isNotBlank();
			assertThat(schema.get("description").asString()).endsWith(".");
			if (!name.equals("definitions")) {
				assertThat(schema.get("examples")).isNotEmpty();
				schema.get("examples")
					.forEach((example) -> assertThat(this.schemas.violations(name, example)).isEmpty());
			}
		}));
	}

	@Test
	void namesThePlaceAndTheRuleOfEveryViolation() {
		assertThat(refused("commit.input", "{\"decision\": \"MAYBE\", \"lock\": {\"owner\": \"\"}}"))
			.startsWith("commit.input at '/decision': ")
			.contains("; at '/lock/owner': ");
	}

	@Test
	void tellsOnlyTheFirstViolations() {
		assertThat(refused("collect-media.input", "{\"fetched\": [1, 2, 3, 4, 5, 6, 7]}")).endsWith("; and 2 more");
	}

	@Test
	void assertsFormats() {
		assertThat(this.schemas.violations("review.output", json("{\"decision\": \"DEFER\", \"until\": \"soon\"}")))
			.hasSize(1);
		assertThat(this.schemas.violations("images.output",
				json("{\"images\": [{\"url\": \"no address\", \"key\": \"images/1.png\"}]}")))
			.hasSize(1);
	}

	@Test
	void wantsTheAnswerOfASourceThatAnswered() {
		assertThat(refused("fetch.output", "{\"link\": \"KITSU#1\", \"status\": \"OK\"}")).contains("ref");
		this.schemas.checkOutput("fetch", json("{\"link\": \"KITSU#1\", \"status\": \"NOT_FOUND\"}"));
	}

	@Test
	void refusesReferencesThatLeaveTheWorkArea() {
		assertThat(refused("collect-media.input", "{\"fetched\": [\"/etc/hostname\"]}")).contains("/fetched/0");
	}

	@Test
	void knowsEveryConstantTheCodeKnows() {
		assertThat(constants("stage")).containsAll(names(Stage.values()));
		assertThat(constants("episode/properties/kind")).containsExactlyElementsOf(names(EpisodeKind.values()));
		assertThat(constants("fetched/properties/status")).containsExactlyElementsOf(names(FetchStatus.values()));
		assertThat(WrittenSchemas.resolved("execution.input")
			.at("/properties/mode/enum")
			.valueStream()
			.map(JsonNode::asString)).containsExactlyElementsOf(names(EnrichmentRequested.Mode.values()));
	}

	@Test
	void saysWhichSchemaIsMissing() {
		assertThatIllegalStateException().isThrownBy(() -> this.schemas.require("collect-dust"))
			.withMessageContaining("schemas/collect-dust.input.json");
	}

	private static List<String> constants(String definition) {
		return WorkflowJson.MAPPER.readTree(definitions())
			.at("/$defs/" + definition + "/enum")
			.valueStream()
			.map(JsonNode::asString)
			.toList();
	}

	private static String definitions() {
		return Optional.of("definitions").flatMap(PayloadSchemas::resource).orElseThrow();
	}

	private static List<String> names(Enum<?>[] constants) {
		return Arrays.stream(constants).map(Enum::name).toList();
	}

	private String refused(String name, String payload) {
		boolean input = name.endsWith(".input");
		String task = name.substring(0, name.lastIndexOf('.'));
		PermanentFailure failure = assertThatExceptionOfType(PermanentFailure.class).isThrownBy(() -> {
			if (input) {
				this.schemas.checkInput(task, json(payload));
			}
			else {
				this.schemas.checkOutput(task, json(payload));
			}
		}).actual();
		assertThat(failure.code()).isEqualTo("SchemaViolation");
		return String.valueOf(failure.getMessage());
	}

	private static JsonNode json(String text) {
		return WorkflowJson.MAPPER.readTree(text);
	}

	private static Stream<Path> files() throws IOException, URISyntaxException {
		Path folder = Path
			.of(Objects
				.requireNonNull(PayloadSchemas.class.getResource("/io/mokuroku/enrichment/schemas/definitions.json"))
				.toURI())
			.getParent();
		try (Stream<Path> files = Files.list(Objects.requireNonNull(folder))) {
			return files.sorted().toList().stream();
		}
	}

}
