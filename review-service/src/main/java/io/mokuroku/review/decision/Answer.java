package io.mokuroku.review.decision;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.Edits;
import io.mokuroku.review.task.Rerun;
import io.mokuroku.review.task.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the workflow is told.
 *
 * @param decision what was decided
 * @param reviewer who decided
 * @param note why
 * @param stage where a rerun begins
 * @param until when a deferred question is asked again
 * @param other the entry to merge into or to keep separate from
 * @param edits what was corrected
 */
record Answer(Verdict decision, String reviewer, @Nullable String note, @Nullable Rerun stage, @Nullable Instant until,
		@Nullable AnimeId other, @Nullable Edits edits) {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.build();

	static String json(Decision decision) {
		Edits edits = decision.edits().isNone() ? null : decision.edits();
		return MAPPER.writeValueAsString(new Answer(decision.verdict(), decision.reviewer(), decision.note(),
				decision.stage(), decision.until(), decision.other(), edits));
	}

}
