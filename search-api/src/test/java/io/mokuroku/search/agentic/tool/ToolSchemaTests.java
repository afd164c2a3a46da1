package io.mokuroku.search.agentic.tool;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What models are told about the tools is what the tools take.
 */
final class ToolSchemaTests {

	private final JsonNode tools = new JsonMapper().readTree(CatalogueTools.class.getResourceAsStream("tools.json"));

	@Test
	void namesTheFieldsThatAreRead() {
		JsonNode search = schema(0);
		assertThat(fields(search)).containsExactlyInAnyOrderElementsOf(components(SearchArguments.class));
		assertThat(fields(filters(search))).containsExactlyInAnyOrderElementsOf(components(Wanted.class));
		assertThat(fields(search.get("$defs").get("range")))
			.containsExactlyInAnyOrderElementsOf(components(Wanted.Range.class));
		assertThat(fields(schema(1)))
			.containsExactlyInAnyOrderElementsOf(components(CatalogueTools.LookArguments.class));
		assertThat(fields(schema(2))).containsExactlyInAnyOrderElementsOf(components(AnswerArguments.class));
		assertThat(fields(schema(2).get("properties").get("anime").get("items")))
			.containsExactlyInAnyOrderElementsOf(components(AnswerArguments.Item.class));
	}

	@Test
	void namesTheWordsThatAreRead() {
		JsonNode fields = filters(schema(0)).get("properties");
		assertThat(words(fields.get("types"))).containsExactlyInAnyOrderElementsOf(names(AnimeType.values()));
		assertThat(words(fields.get("statuses"))).containsExactlyInAnyOrderElementsOf(names(AiringStatus.values()));
		assertThat(words(fields.get("seasons"))).containsExactlyInAnyOrderElementsOf(names(Season.values()));
	}

	private JsonNode schema(int tool) {
		return this.tools.get(tool).get("schema");
	}

	private static JsonNode filters(JsonNode search) {
		return search.get("properties").get("filters");
	}

	private static List<String> fields(JsonNode schema) {
		return List.copyOf(schema.get("properties").propertyNames());
	}

	private static List<String> words(JsonNode field) {
		return field.get("items").get("enum").valueStream().map(JsonNode::asString).toList();
	}

	private static List<String> components(Class<? extends Record> type) {
		return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
	}

	private static List<String> names(Enum<?>[] constants) {
		return Arrays.stream(constants).map(Enum::name).toList();
	}

}
