package io.mokuroku.search.changes;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

final class CursorTests {

	/** Old forms are read as well, but are not what somebody who asks today gets. */
	@Test
	void isShownByTheExampleInTheFormThatIsWritten() throws IOException {
		JsonNode example = example();
		String shown = example.at("/meta/cursor").asString();
		assertThat(Cursor.read(shown)).get().satisfies((place) -> {
			assertThat(place.mark()).isNotEmpty();
			assertThat(Cursor.write(place)).isEqualTo(shown);
		});
		assertThat(example.at("/links/next").asString()).contains("since=" + shown + "&");
	}

	private static JsonNode example() throws IOException {
		try (InputStream file = CursorTests.class.getResourceAsStream("/api-examples/changes.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(file));
		}
	}

}
