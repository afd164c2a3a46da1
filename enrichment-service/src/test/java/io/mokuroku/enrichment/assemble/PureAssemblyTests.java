package io.mokuroku.enrichment.assemble;

import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.enrichment.Works;
import io.mokuroku.enrichment.merge.Rules;
import io.mokuroku.enrichment.merge.ScoreFacts;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.TitleFacts;
import org.junit.jupiter.api.Test;

import static io.mokuroku.enrichment.Facts.said;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same candidates give the same bytes.
 */
final class PureAssemblyTests {

	private static final List<String> LINKS = List.of("MYANIMELIST#990041", "ANILIST#1", "KITSU#990042",
			"ANIMESCHEDULE#hoshi", "ANIDB#7");

	@Test
	void givesTheSameBytesInWhateverOrderCandidatesCome() {
		String once = assembled(0);
		for (int seed = 1; seed < 200; seed++) {
			assertThat(assembled(seed)).isEqualTo(once);
		}
	}

	@Test
	void saysByWhichRulesItWasPutTogether() {
		assertThat(Materials.of(Works.aDraft()).entry().details().rulesVersion()).isEqualTo(Rules.VERSION);
	}

	private static String assembled(int seed) {
		AnimeFacts[] said = LINKS.stream().map((link) -> facts(link, LINKS.indexOf(link))).toArray(AnimeFacts[]::new);
		Assembled assembled = Materials.of(Works.aDraft()).shuffled(seed).said(said).assemble();
		return WorkflowJson.MAPPER.writeValueAsString(assembled.entry())
				+ WorkflowJson.MAPPER.writeValueAsString(assembled.choices())
				+ assembled.conflicts().stream().sorted().toList();
	}

	private static AnimeFacts facts(String link, int place) {
		return said(link, (its) -> {
			its.titles = TitleFacts.of("Hoshi " + place, "Star", (place % 2 == 0) ? "星" : "ほし",
					List.of("S" + place, "HOSHI", "hoshi", "Letters " + place % 3));
			its.type = (place % 2 == 0) ? AnimeType.ONA : AnimeType.TV;
			its.status = (place < 3) ? AiringStatus.FINISHED : AiringStatus.ONGOING;
			its.episodes = 12 + place % 3;
			its.year = 2026 - place % 2;
			its.genres = List.of("drama", "Drama", "Genre " + place);
			its.adult = place == 3;
			its.score = new ScoreFacts(6 + place * 0.5, 100L * (place + 1), 1000L);
			its.synopsis = "A synopsis of source " + place + ".";
		});
	}

}
