package io.mokuroku.enrichment.workflow;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a reviewer may correct is written in two schemas, of decisions and of messages. A
 * message must take whatever a decision may say.
 */
final class CorrectionSchemasTests {

	private static final String RESOURCES = "src/main/resources/io/mokuroku/";

	@ParameterizedTest
	@ValueSource(strings = { "episodeShifts", "episodeRows", "characterRows", "staffRows" })
	void aMessageTakesWhatADecisionSays(String list) throws Exception {
		JsonNode decided = read("../review-service/" + RESOURCES + "review/decision/decision.schema.json")
			.at("/properties/edits/properties/" + list);
		JsonNode told = read(RESOURCES + "enrichment/schemas/definitions.json").at("/$defs/edits/properties/" + list);
		assertThat(decided.at("/items/properties").isEmpty()).isFalse();
		assertTakes(list, told, decided);
	}

	private static void assertTakes(String where, JsonNode told, JsonNode decided) {
		assertThat(told.path("type")).as(where).isEqualTo(decided.path("type"));
		assertThat(told.path("required")).as(where).isEqualTo(decided.path("required"));
		assertThat(told.path("enum")).as(where).isEqualTo(decided.path("enum"));
		if (told.has("pattern")) {
			assertThat(told.path("pattern")).as(where).isEqualTo(decided.path("pattern"));
		}
		for (String most : new String[] { "maxItems", "maxLength", "maximum" }) {
			assertThat(told.path(most).asInt(Integer.MAX_VALUE)).as(where + " " + most)
				.isGreaterThanOrEqualTo(decided.path(most).asInt(Integer.MAX_VALUE));
		}
		assertThat(told.path("minimum").asInt(Integer.MIN_VALUE)).as(where)
			.isLessThanOrEqualTo(decided.path("minimum").asInt(Integer.MIN_VALUE));
		assertThat(told.path("properties").propertyNames()).as(where)
			.containsExactlyInAnyOrderElementsOf(decided.path("properties").propertyNames());
		decided.path("properties")
			.properties()
			.forEach((each) -> assertTakes(where + "." + each.getKey(), told.path("properties").path(each.getKey()),
					each.getValue()));
		if (decided.has("items")) {
			assertTakes(where + "[]", told.path("items"), decided.path("items"));
		}
	}

	private static JsonNode read(String file) throws Exception {
		return JsonMapper.shared().readTree(Files.readString(Path.of(file)));
	}

}
