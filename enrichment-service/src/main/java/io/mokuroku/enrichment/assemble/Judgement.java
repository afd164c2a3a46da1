package io.mokuroku.enrichment.assemble;

import java.util.List;

/**
 * What the checks say of a proposal.
 *
 * @param reasons why a person must see it; none if nobody must
 * @param confidence from 0 to 1
 */
record Judgement(List<ReviewReason> reasons, double confidence) {

	Judgement {
		reasons = List.copyOf(reasons);
	}

	boolean needsReview() {
		return !this.reasons.isEmpty();
	}

}
