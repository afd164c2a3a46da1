package io.mokuroku.episodes.airing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.mokuroku.catalogue.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * Who says the same of an airing.
 */
final class Agreement {

	/** Two claims within this time are one. */
	static final Duration SAME_TIME = Duration.ofMinutes(10);

	private Agreement() {
	}

	/**
	 * The other sources that agree with a claim; the weekly slot counts as one.
	 * @param claims what is said of the same anime
	 */
	static List<String> with(AiringClaim best, List<AiringClaim> claims, @Nullable Broadcast slot) {
		List<String> agreeing = new ArrayList<>(claims.stream()
			.filter((claim) -> !claim.source().equals(best.source()) && claim.delay() == null)
			.filter((claim) -> claim.first() == best.first() && isSameTime(claim.at(), best.at()))
			.map(AiringClaim::source)
			.distinct()
			.toList());
		if (slot != null && !agreeing.contains(AiringClaim.DERIVED) && !best.source().equals(AiringClaim.DERIVED)
				&& isSameTime(slot.nextAtOrAfter(best.at().minus(SAME_TIME)), best.at())) {
			agreeing.add(AiringClaim.DERIVED);
		}
		return agreeing;
	}

	private static boolean isSameTime(Instant one, Instant other) {
		return Duration.between(one, other).abs().compareTo(SAME_TIME) <= 0;
	}

}
