package io.mokuroku.enrichment.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about fields knows all of them and whom they are taken from.
 */
final class FieldsPageTests {

	@Test
	void tellsForEveryFieldWhomItIsTakenFrom() throws IOException {
		Map<String, String> orders = new HashMap<>();
		Map<String, String> fields = new HashMap<>();
		for (String line : Files.readAllLines(Path.of("..", "docs", "fields.md"))) {
			List<String> cells = List.of(line.split("\\s*\\|\\s*", -1));
			if (cells.size() == 4) {
				orders.put(cells.get(1), cells.get(2));
			}
			else if (cells.size() == 5) {
				fields.put(cells.get(1).replace("`", ""), cells.get(2));
			}
		}
		for (Field<?> field : EntryFields.ALL) {
			String order = orders.getOrDefault(fields.getOrDefault(field.name(), ""), "");
			assertThat(order).as(field.name()).isEqualTo(String.join(" → ", field.order()));
		}
	}

}
