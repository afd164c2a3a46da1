package io.mokuroku.enrichment.assemble;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Questions;

/**
 * Whether two entries are one anime. It is asked once for each pair: it rests on nothing
 * but the two of them.
 */
public final class MergeQuestion {

	private MergeQuestion() {
	}

	static Question about(AnimeId other) {
		return new Question(ReviewReason.MERGE_PROPOSAL, other.toString(), "the two of them");
	}

	/** The questions of an entry once a person has said that another is not the same. */
	public static Questions answered(Questions questions, AnimeId other) {
		Question question = about(other);
		return questions.settling(question.key(), question.digest());
	}

}
