package io.mokuroku.search.agentic.model;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.document.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

final class DocumentsTests {

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":\"space\",\"limit\":5,\"none\":null}", "[1.5,true,\"a\",[],{}]" })
	void saysTheSameInBothForms(String json) {
		JsonNode read = JsonMapper.shared().readTree(json);
		assertThat(Documents.json(Documents.of(read)).toString()).isEqualTo(json);
	}

	@Test
	void takesNumbersThatNobodyCouldWriteOut() {
		JsonNode huge = assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> Documents.json(Document.fromNumber("1E+999999999")));
		assertThat(huge.toString()).isEqualTo("1E+999999999");
		assertThat(Documents.of(huge).asNumber().stringValue()).isEqualTo("1E+999999999");
		assertThat(Documents.of(JsonMapper.shared().readTree("1e999")).isNumber()).as("infinite by then").isFalse();
	}

}
