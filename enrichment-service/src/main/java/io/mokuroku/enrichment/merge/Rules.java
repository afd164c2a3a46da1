package io.mokuroku.enrichment.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provenance;

/**
 * The rules by which fields are chosen. The dataset takes part in every choice but in no
 * conflict: it is a snapshot, and being out of date is not contradicting.
 */
public final class Rules {

	/**
	 * Which rules these are. It grows whenever the same candidates may give another
	 * result.
	 */
	public static final int VERSION = 3;

	/** How provenance names a list that several sources may have added to. */
	public static final String UNION = RuleKind.UNION.name();

	private static final int ENOUGH_FOR_A_MAJORITY = 3;

	private Rules() {
	}

	/** The first in the order of trust; sources cannot be compared, as with texts. */
	public static <T> Rule<T> priority() {
		return (candidates, mostTrusted) -> candidates.stream()
			.findFirst()
			.map((first) -> resolved(first, RuleKind.PRIORITY.name(), alone(first, mostTrusted), false));
	}

	/**
	 * The first in the order of trust.
	 * @param agree whether two values say the same
	 */
	public static <T> Rule<T> priority(BiPredicate<T, T> agree) {
		return (candidates, mostTrusted) -> candidates.stream()
			.findFirst()
			.map((first) -> first(RuleKind.PRIORITY.name(), first, candidates, mostTrusted, agree));
	}

	/**
	 * The first in the order of trust or, where three or more are apart, the middle one.
	 * @param agree whether two values say the same
	 */
	public static Rule<Integer> middleWhereApart(BiPredicate<Integer, Integer> agree) {
		return (candidates, mostTrusted) -> {
			boolean apart = candidates.size() >= ENOUGH_FOR_A_MAJORITY && candidates.stream()
				.anyMatch((other) -> !agree.test(candidates.getFirst().value(), other.value()));
			if (!apart) {
				return priority(agree).choose(candidates, mostTrusted);
			}
			List<Integer> sorted = candidates.stream().map(Candidate::value).sorted().toList();
			Integer middle = sorted.get((sorted.size() - 1) / 2);
			return candidates.stream()
				.filter((candidate) -> candidate.value().equals(middle))
				.findFirst()
				.map((chosen) -> resolved(chosen, "MEDIAN", Confidence.DISPUTED, conflict(candidates, agree)));
		};
	}

	/**
	 * The value that most candidates give, if there are three or more and one value
	 * leads; else the first in the order of trust.
	 * @param agree whether two values say the same, for telling conflicts
	 */
	public static <T> Rule<T> majority(BiPredicate<T, T> agree) {
		return (candidates, mostTrusted) -> {
			Optional<Candidate<T>> leader = leader(candidates);
			if (leader.isEmpty()) {
				return priority(agree).choose(candidates, mostTrusted);
			}
			T value = leader.get().value();
			long votes = candidates.stream().filter((candidate) -> candidate.value().equals(value)).count();
			double confidence = (votes == candidates.size()) ? Confidence.ALL_AGREE
					: (3 * votes >= 2L * candidates.size()) ? Confidence.MAJORITY : Confidence.DISPUTED;
			return Optional
				.of(resolved(leader.get(), RuleKind.MAJORITY.name(), confidence, conflict(candidates, agree)));
		};
	}

	/**
	 * As {@link #majority}, but the dataset is heard only where nobody else is: a
	 * snapshot may not outvote what providers say today.
	 */
	public static <T> Rule<T> liveMajority(BiPredicate<T, T> agree) {
		return (candidates, mostTrusted) -> {
			List<Candidate<T>> live = live(candidates);
			return Rules.<T>majority(agree).choose(live.isEmpty() ? candidates : live, mostTrusted);
		};
	}

	/**
	 * Another rule over those candidates that have a quality, or over all if none has.
	 */
	public static <T> Rule<T> preferring(Predicate<T> quality, Rule<T> rule) {
		return (candidates, mostTrusted) -> rule
			.choose(candidates.stream().filter((candidate) -> quality.test(candidate.value())).toList(), mostTrusted)
			.or(() -> rule.choose(candidates, mostTrusted));
	}

	/** The first date in the order of trust, or a more precise one that fits it. */
	public static Rule<PartialDate> mostPrecise() {
		return (candidates, mostTrusted) -> candidates.stream().findFirst().map((first) -> {
			Candidate<PartialDate> best = first;
			for (Candidate<PartialDate> other : candidates) {
				if (other.value().precision().compareTo(best.value().precision()) > 0
						&& compatible(other.value(), best.value())) {
					best = other;
				}
			}
			return first(RuleKind.MOST_PRECISE.name(), best, candidates, mostTrusted, Rules::compatible);
		});
	}

	/** All texts of all lists, each once, in the best of its spellings. */
	public static Rule<List<String>> union() {
		return Union.ofTexts();
	}

	/**
	 * All values of all lists, each once; of two that are the same the more trusted one
	 * stays.
	 * @param key two values with the same key are the same
	 */
	public static <E> Rule<List<E>> union(Function<E, String> key) {
		return union(key, (first, second) -> first);
	}

	/**
	 * All values of all lists, each once.
	 * @param key two values with the same key are the same
	 * @param together what two values that are the same become, the more trusted first
	 */
	public static <E> Rule<List<E>> union(Function<E, String> key, BinaryOperator<E> together) {
		return new Union<>(key, together);
	}

	/** True as soon as one says so. */
	public static Rule<Boolean> any() {
		return (candidates, mostTrusted) -> candidates.stream()
			.filter(Candidate::value)
			.findFirst()
			.or(() -> candidates.stream().findFirst())
			.map((decisive) -> first("ANY", decisive, candidates, mostTrusted, Boolean::equals));
	}

	private static <T> Resolved<T> first(String rule, Candidate<T> chosen, List<Candidate<T>> candidates,
			String mostTrusted, BiPredicate<T, T> agree) {
		boolean conflict = conflict(candidates, agree);
		boolean supported = candidates.stream()
			.anyMatch((other) -> !other.source().equals(chosen.source()) && agree.test(chosen.value(), other.value()));
		double confidence = conflict ? Confidence.DISPUTED
				: supported ? Confidence.ALL_AGREE : alone(chosen, mostTrusted);
		return resolved(chosen, rule, confidence, conflict);
	}

	private static <T> boolean conflict(List<Candidate<T>> candidates, BiPredicate<T, T> agree) {
		List<Candidate<T>> live = live(candidates);
		return live.stream().skip(1).anyMatch((other) -> !agree.test(live.getFirst().value(), other.value()));
	}

	private static <T> List<Candidate<T>> live(List<Candidate<T>> candidates) {
		return candidates.stream().filter((candidate) -> !candidate.source().equals(Sources.DATASET)).toList();
	}

	private static <T> Optional<Candidate<T>> leader(List<Candidate<T>> candidates) {
		if (candidates.size() < ENOUGH_FOR_A_MAJORITY) {
			return Optional.empty();
		}
		Map<T, Integer> votes = new LinkedHashMap<>();
		candidates.forEach((candidate) -> votes.merge(candidate.value(), 1, Integer::sum));
		int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
		List<T> leading = votes.keySet().stream().filter((value) -> votes.getOrDefault(value, 0) == most).toList();
		return (leading.size() != 1) ? Optional.empty()
				: candidates.stream().filter((candidate) -> candidate.value().equals(leading.getFirst())).findFirst();
	}

	private static boolean compatible(PartialDate one, PartialDate other) {
		PartialDate.Precision common = (one.precision().compareTo(other.precision()) < 0) ? one.precision()
				: other.precision();
		return new PartialDate(one.date(), common).equals(new PartialDate(other.date(), common));
	}

	private static double alone(Candidate<?> candidate, String mostTrusted) {
		return candidate.source().equals(mostTrusted) ? Confidence.TRUSTED_ALONE : Confidence.FALLBACK_ALONE;
	}

	private static <T> Resolved<T> resolved(Candidate<T> chosen, String rule, double confidence, boolean conflict) {
		return new Resolved<>(chosen.value(),
				new Provenance(chosen.source(), chosen.at(), rule, confidence, List.of(), chosen.note()), conflict);
	}

}
