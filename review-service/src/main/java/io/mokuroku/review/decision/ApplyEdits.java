package io.mokuroku.review.decision;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.review.task.Edits;

/**
 * Puts a reviewer's corrections into a proposal. The provenance of a corrected field
 * names the reviewer, which keeps machines from changing it later. Applying the same
 * corrections twice changes nothing.
 */
final class ApplyEdits {

	private ApplyEdits() {
	}

	static AnimeEntry apply(AnimeEntry proposal, Edits edits, Instant decidedAt) {
		Map<String, Provenance> provenance = new HashMap<>(proposal.provenance());
		Provenance reviewer = new Provenance("reviewer", decidedAt, "REVIEW", 1);
		Titles titles = proposal.titles();
		String title = (edits.title() != null) ? edits.title() : titles.main();
		String english = (edits.englishTitle() != null) ? edits.englishTitle() : titles.english();
		return proposal.with((change) -> {
			change.titles = new Titles(title, english, titles.japanese(), titles.synonyms());
			if (edits.title() != null) {
				provenance.put("titles.main", reviewer);
			}
			if (edits.englishTitle() != null) {
				provenance.put("titles.english", reviewer);
			}
			if (edits.synopsis() != null) {
				change.synopsis = edits.synopsis();
				provenance.put("synopsis", reviewer);
			}
			if (edits.episodes() != null) {
				change.episodes = edits.episodes();
				provenance.put("episodes", reviewer);
			}
			change.provenance = provenance;
		});
	}

}
