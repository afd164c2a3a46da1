package io.mokuroku.search.quality;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;

/**
 * How well questions were answered. Mean reciprocal rank: one over the place of the first
 * right answer, nothing for one below the tenth place. Recall: which share of the right
 * answers, ten at most, stands among the first ten.
 */
public final class Figures {

	static final int PLACES = 10;

	private final List<Long> nanos = new ArrayList<>();

	private double reciprocalRanks;

	private double recalls;

	/** Asks and notes the outcome. */
	public void ask(Ranking ranking, String question, Set<AnimeId> right) {
		long start = System.nanoTime();
		List<AnimeId> answers = ranking.answer(question, PLACES);
		this.nanos.add(System.nanoTime() - start);
		note(answers, right);
	}

	void note(List<AnimeId> answers, Set<AnimeId> right) {
		int found = 0;
		for (int place = 1; place <= Math.min(answers.size(), PLACES); place++) {
			if (right.contains(answers.get(place - 1))) {
				if (found == 0) {
					this.reciprocalRanks += 1.0 / place;
				}
				found++;
			}
		}
		this.recalls += (double) found / Math.min(right.size(), PLACES);
	}

	/** The mean over so many questions. */
	public double meanReciprocalRank(int questions) {
		return this.reciprocalRanks / questions;
	}

	/** The mean recall over so many questions. */
	public double recall(int questions) {
		return this.recalls / questions;
	}

	/** The time that a share of the questions needed at most, in milliseconds. */
	public double millis(double share) {
		List<Long> sorted = new ArrayList<>(this.nanos);
		Collections.sort(sorted);
		return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size()))) / 1e6;
	}

}
