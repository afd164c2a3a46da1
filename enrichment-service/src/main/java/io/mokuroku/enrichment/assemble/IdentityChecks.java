package io.mokuroku.enrichment.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.Statistics;

/**
 * Whether providers speak of the same anime.
 */
final class IdentityChecks {

	/** From this likeness on two titles are one. */
	private static final double SAME_TITLE = 0.85;

	/** Below this likeness two titles have nothing in common. */
	private static final double OTHER_TITLE = 0.5;

	private static final int OTHER_YEARS = 2;

	/** A finished work of fewer members is too little known for a second page. */
	private static final long LITTLE_KNOWN = 1000;

	private IdentityChecks() {
	}

	/** At least two providers must name, count and date it alike, if two speak of it. */
	static Optional<Question> identity(List<Testimony> said) {
		if (said.size() < 2) {
			return Optional.empty();
		}
		for (Testimony one : said) {
			for (Testimony other : said) {
				if (!one.source().equals(other.source()) && one.likeness(other.titles()) >= SAME_TITLE
						&& one.countsAs(other) && one.yearsFrom(other) <= 1) {
					return Optional.empty();
				}
			}
		}
		return Optional.of(Question.of(ReviewReason.IDENTITY, said));
	}

	/**
	 * What a single provider says of a series people know should have a second source.
	 */
	static boolean needsSecondSource(List<Testimony> said, AnimeEntry entry) {
		boolean littleKnown = entry.airing().status() == AiringStatus.FINISHED && entry.details()
			.statistics()
			.values()
			.stream()
			.map(Statistics::members)
			.allMatch((members) -> members == null || members < LITTLE_KNOWN);
		return said.size() == 1 && entry.type() == AnimeType.TV && !littleKnown;
	}

	/**
	 * A provider whose names and year are far from all others has a page of another work.
	 */
	static List<Question> mismatches(List<Testimony> said, AnimeEntry entry) {
		List<Question> questions = new ArrayList<>();
		for (Testimony one : said) {
			List<Testimony> others = said.stream().filter((other) -> !other.source().equals(one.source())).toList();
			boolean farInYears = !others.isEmpty()
					&& others.stream().allMatch((other) -> one.yearsFrom(other) >= OTHER_YEARS);
			boolean farInName = others.stream().allMatch((other) -> one.likeness(other.titles()) < OTHER_TITLE);
			if (farInYears && farInName) {
				questions
					.add(new Question(ReviewReason.PROVIDER_MISMATCH, one.source(), one + " " + entry.titles().main()));
			}
		}
		return questions;
	}

	/** What the dataset sees differently, which a person settles once. */
	static List<Question> proposals(Standing standing) {
		List<Question> questions = new ArrayList<>();
		if (standing.flags().contains(Standing.Flag.MERGE_PROPOSAL)) {
			standing.mergeProposals().stream().sorted().map(MergeQuestion::about).forEach(questions::add);
		}
		if (standing.flags().contains(Standing.Flag.SPLIT_PROPOSAL)) {
			questions.add(Question.of(ReviewReason.SPLIT_PROPOSAL, "split"));
		}
		return questions;
	}

}
