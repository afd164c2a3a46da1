package io.mokuroku.episodes.plan;

import java.time.Duration;

/**
 * The distances in time a plan is made with.
 *
 * @param catchUp how far back an airing that was missed is still looked at
 * @param lookAhead how far ahead airings are planned
 * @param usualDuration how long an episode is taken to be where nobody says
 * @param confirmAfter how long after its end an episode is looked at
 * @param missedDelay how soon a missed airing is looked at
 */
public record PlanRules(Duration catchUp, Duration lookAhead, Duration usualDuration, Duration confirmAfter,
		Duration missedDelay) {

	public PlanRules {
		positive("catchUp", catchUp);
		positive("lookAhead", lookAhead);
		positive("usualDuration", usualDuration);
		positive("missedDelay", missedDelay);
		if (confirmAfter.isNegative()) {
			throw new IllegalArgumentException("confirmAfter must not be negative");
		}
	}

	private static void positive(String name, Duration value) {
		if (!value.isPositive()) {
			throw new IllegalArgumentException(name + " must be positive");
		}
	}

}
