package io.mokuroku.episodes.airing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What can be true of what is claimed. A number beyond the last belongs to a recap or to
 * another season; rows of one source and time are one airing of several episodes, and so
 * are episodes it shows one after the other.
 */
final class PlausibleClaims {

	/** The next episode begins so soon if it is shown right after the one before. */
	private static final Duration RIGHT_AFTER = Duration.ofMinutes(60);

	/** More than these are no longer an evening's episodes. */
	private static final int MOST_IN_A_ROW = 3;

	private PlausibleClaims() {
	}

	/**
	 * The plausible ones, those of a source by time.
	 * @param total how many episodes the anime will have
	 */
	static List<AiringClaim> of(List<AiringClaim> claims, @Nullable Integer total) {
		List<AiringClaim> sorted = claims.stream()
			.filter((claim) -> total == null || claim.first() <= total)
			.map((claim) -> (total != null && claim.last() > total) ? claim.until(total) : claim)
			.sorted(Comparator.comparing(AiringClaim::source)
				.thenComparing(AiringClaim::at)
				.thenComparingInt(AiringClaim::first))
			.toList();
		List<AiringClaim> together = new ArrayList<>();
		Instant lastStart = Instant.MIN;
		for (AiringClaim claim : sorted) {
			AiringClaim before = together.isEmpty() ? null : together.getLast();
			boolean joins = before != null && (continues(claim, before) || follows(claim, before, lastStart));
			lastStart = claim.at();
			if (before != null && joins) {
				together.set(together.size() - 1, before.until(Math.max(before.last(), claim.last())));
			}
			else {
				together.add(claim);
			}
		}
		return together;
	}

	private static boolean follows(AiringClaim claim, AiringClaim before, Instant lastStart) {
		return before.source().equals(claim.source()) && Objects.equals(before.delay(), claim.delay())
				&& claim.first() == before.last() + 1 && claim.last() - before.first() < MOST_IN_A_ROW
				&& !claim.at().isAfter(lastStart.plus(RIGHT_AFTER));
	}

	private static boolean continues(AiringClaim claim, AiringClaim before) {
		return before.source().equals(claim.source()) && before.at().equals(claim.at())
				&& Objects.equals(before.delay(), claim.delay()) && claim.first() <= before.last() + 1;
	}

}
