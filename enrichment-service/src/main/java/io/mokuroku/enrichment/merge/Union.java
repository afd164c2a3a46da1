package io.mokuroku.enrichment.merge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

import io.mokuroku.catalogue.Provenance;

/**
 * Puts lists together: each value once, in the order of trust.
 *
 * @param <E> what the lists hold
 * @param key two values with the same key are one
 * @param better which of two spellings of a value stays; the first is from the more
 * trusted
 */
record Union<E>(Function<E, String> key, BinaryOperator<E> better) implements Rule<List<E>> {

	/** Of texts, of which spelling and signs do not count. */
	static Union<String> ofTexts() {
		return new Union<>(Folding::of, Union::betterCased);
	}

	@Override
	public Optional<Resolved<List<E>>> choose(List<Candidate<List<E>>> candidates, String mostTrusted) {
		if (candidates.isEmpty()) {
			return Optional.empty();
		}
		Map<String, E> values = new LinkedHashMap<>();
		Set<String> sources = new LinkedHashSet<>();
		for (Candidate<List<E>> candidate : candidates) {
			candidate.value().forEach((value) -> values.merge(this.key.apply(value), value, this.better));
			sources.add(candidate.source());
		}
		Candidate<List<E>> first = candidates.getFirst();
		List<String> others = sources.stream().filter((source) -> !source.equals(first.source())).toList();
		double confidence = !others.isEmpty() ? Confidence.ALL_AGREE
				: first.source().equals(mostTrusted) ? Confidence.TRUSTED_ALONE : Confidence.FALLBACK_ALONE;
		return Optional.of(new Resolved<>(
				List.copyOf(values.values()), new Provenance(first.source(), first.at(), RuleKind.UNION.name(),
						confidence, others, candidates.stream().anyMatch(Candidate::stale) ? Provenance.STALE : null),
				false));
	}

	/** "Sci-Fi" rather than "SCI-FI" or "sci-fi"; else the first. */
	private static String betterCased(String first, String second) {
		return (!mixedCase(first) && mixedCase(second)) ? second : first;
	}

	private static boolean mixedCase(String text) {
		return text.chars().anyMatch(Character::isUpperCase) && text.chars().anyMatch(Character::isLowerCase);
	}

}
