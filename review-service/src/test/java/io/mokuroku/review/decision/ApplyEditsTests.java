package io.mokuroku.review.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.review.task.Edits;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.DECIDED;
import static org.assertj.core.api.Assertions.assertThat;

final class ApplyEditsTests {

	private static final Provenance REVIEWER = new Provenance("reviewer", DECIDED, "REVIEW", 1);

	private static final Provenance JIKAN = new Provenance("jikan", Instant.EPOCH, "FIRST", 0.9);

	private static final Map<String, List<String>> GERMAN = Map.of("de", List.of("Monster: Die Jagd"));

	private final AnimeEntry proposal = Entries.aDraft("Monster", "MYANIMELIST#19").with((change) -> {
		change.titles = new Titles("Monster", "Naoki Urasawa's Monster", "モンスター", List.of("The Monster"), GERMAN);
		change.synopsis = "A surgeon.";
		change.provenance = Map.of("titles.main", JIKAN, "synopsis", JIKAN, "type", JIKAN);
	});

	@Test
	void changesWhatWasCorrectedAndNamesTheReviewer() {
		AnimeEntry edited = apply(Edits.of("title", "MONSTER")
			.and("englishTitle", "Monster!")
			.and("synopsis", "A brain surgeon.")
			.and("episodes", 74));
		assertThat(edited.titles())
			.isEqualTo(new Titles("MONSTER", "Monster!", "モンスター", List.of("The Monster"), GERMAN));
		assertThat(edited.synopsis()).isEqualTo("A brain surgeon.");
		assertThat(edited.episodes()).isEqualTo(74);
		assertThat(edited.provenance()).containsOnly(Map.entry("titles.main", REVIEWER),
				Map.entry("titles.english", REVIEWER), Map.entry("synopsis", REVIEWER), Map.entry("episodes", REVIEWER),
				Map.entry("type", JIKAN));
	}

	@Test
	void leavesWhatWasNotCorrected() {
		AnimeEntry edited = apply(Edits.of("episodes", 74));
		assertThat(edited).isEqualTo(this.proposal.with((change) -> {
			change.episodes = 74;
			change.provenance = Map.of("titles.main", JIKAN, "synopsis", JIKAN, "type", JIKAN, "episodes", REVIEWER);
		}));
	}

	@Test
	void changesNothingWithoutCorrections() {
		assertThat(apply(Edits.NONE)).isEqualTo(this.proposal);
	}

	@Test
	void changesNothingTheSecondTime() {
		Edits edits = Edits.of("title", "MONSTER").and("synopsis", "A brain surgeon.").and("episodes", 74);
		AnimeEntry once = apply(edits);
		assertThat(ApplyEdits.apply(once, edits, DECIDED, (_) -> Optional.empty())).isEqualTo(once);
	}

	@Test
	void keepsTheVersionTheWorkflowCommitsOver() {
		assertThat(apply(Edits.of("title", "MONSTER")).revision()).isEqualTo(this.proposal.revision());
	}

	private AnimeEntry apply(Edits edits) {
		return ApplyEdits.apply(this.proposal, edits, DECIDED, (_) -> Optional.empty());
	}

}
