package io.mokuroku.search.query;

import java.util.List;

import io.mokuroku.search.index.NearHit;
import io.mokuroku.search.index.TitleHit;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * One anime of an answer.
 *
 * @param anime the anime
 * @param reasons what it was found for, the strongest first
 * @param matchedTitle the title that was meant, if it was found by one
 * @param score what it was ranked by; scores of different questions cannot be compared
 */
public record SearchHit(IndexedAnime anime, List<Reason> reasons, @Nullable String matchedTitle, double score) {

	/**
	 * Titles that are closer than this come before everything that was found otherwise.
	 */
	private static final double LEADING = 0.6;

	public SearchHit {
		reasons = List.copyOf(reasons);
		if (reasons.isEmpty()) {
			throw new IllegalArgumentException("Nothing is found without a reason");
		}
	}

	SearchHit(IndexedAnime anime, Reason reason, @Nullable String matchedTitle, double score) {
		this(anime, List.of(reason), matchedTitle, score);
	}

	/** The strongest of the reasons. */
	public Reason reason() {
		return this.reasons.getFirst();
	}

	static SearchHit of(TitleHit hit) {
		Reason reason = switch (hit.match().kind()) {
			case EXACT -> Reason.EXACT_TITLE;
			case PREFIX -> Reason.TITLE_PREFIX;
			case WORDS -> Reason.TITLE_WORDS;
			case TYPO, PARTS -> Reason.SIMILAR_TITLE;
		};
		return new SearchHit(hit.anime(), reason, hit.title(),
				(hit.match().closeness() >= LEADING) ? hit.likeness() : 0);
	}

	static SearchHit of(NearHit near) {
		return new SearchHit(near.anime(), Reason.MEANING, null, 0);
	}

	/** Why an anime was found, the strongest first. */
	public enum Reason {

		/** A title is the question. */
		EXACT_TITLE,

		/** A title begins with the question. */
		TITLE_PREFIX,

		/** A title has all words of the question. */
		TITLE_WORDS,

		/** A title is the question but for a few letters or words. */
		SIMILAR_TITLE,

		/** Subjects, synopsis, studios or titles have words of the question. */
		TEXT,

		/** It is about what the question is about. */
		MEANING,

		/** It is what the question asks for in filters alone. */
		FILTER

	}

}
