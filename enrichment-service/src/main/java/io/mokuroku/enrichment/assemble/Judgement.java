package io.mokuroku.enrichment.assemble;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the checks say of a proposal.
 *
 * @param questions what a person must see; none if nobody must
 * @param confidence from 0 to 1
 */
record Judgement(List<Question> questions, double confidence) {

	Judgement {
		questions = List.copyOf(questions);
	}

	boolean needsReview() {
		return !this.questions.isEmpty();
	}

	/** The reasons, each once. */
	List<ReviewReason> reasons() {
		return this.questions.stream().map(Question::reason).distinct().toList();
	}

	/** The questions as an entry keeps them. */
	Map<String, String> open() {
		Map<String, String> open = new TreeMap<>();
		this.questions.forEach((question) -> open.put(question.key(), question.digest()));
		return open;
	}

}
