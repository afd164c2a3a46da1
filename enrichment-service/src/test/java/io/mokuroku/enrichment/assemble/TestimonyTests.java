package io.mokuroku.enrichment.assemble;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.mokuroku.enrichment.merge.Sources;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.DetailFields;
import io.mokuroku.enrichment.stage.EntryFields;
import io.mokuroku.enrichment.stage.Field;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class TestimonyTests {

	@Test
	void knowsAProviderByAllNamesItUses() {
		List<CandidateRow> rows = List.of(row(EntryFields.MAIN_TITLE, "Tsuki no Fune"),
				row(EntryFields.ENGLISH_TITLE, "Boat of the Moon"), row(EntryFields.JAPANESE_TITLE, "月の舟"),
				row(EntryFields.SYNONYMS, List.of("Moonboat")),
				row(DetailFields.TITLES, List.of(Map.entry("fr", "La barque de la lune"))),
				row(EntryFields.EPISODES, 12), row(EntryFields.YEAR, 2024));
		assertThat(Testimony.of(rows)).containsExactly(new Testimony(Sources.KITSU,
				List.of("Tsuki no Fune", "Boat of the Moon", "月の舟", "Moonboat", "La barque de la lune"), 12, 2024));
	}

	@Test
	void leavesOutWhoNamesNothing() {
		assertThat(Testimony.of(List.of(row(EntryFields.EPISODES, 12)))).isEmpty();
	}

	private static CandidateRow row(Field<?> field, Object value) {
		return new CandidateRow(field.name(), Sources.KITSU, Instant.EPOCH, WorkflowJson.MAPPER.valueToTree(value),
				null);
	}

}
