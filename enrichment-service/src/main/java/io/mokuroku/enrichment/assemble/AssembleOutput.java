package io.mokuroku.enrichment.assemble;

import java.util.List;

/**
 * What the state machine learns about a proposal.
 *
 * @param verdict where it goes
 * @param reasons why a person must see it
 * @param confidence from 0 to 1
 */
record AssembleOutput(Verdict verdict, List<ReviewReason> reasons, double confidence) {

	AssembleOutput {
		reasons = List.copyOf(reasons);
	}

	static AssembleOutput of(Judgement judgement) {
		return new AssembleOutput(judgement.needsReview() ? Verdict.REVIEW : Verdict.AUTO, judgement.reasons(),
				judgement.confidence());
	}

}
