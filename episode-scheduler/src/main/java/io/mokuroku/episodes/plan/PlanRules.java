package io.mokuroku.episodes.plan;

import java.time.Duration;

/**
 * The distances in time a plan is made with, and when appointments are shared.
 *
 * @param catchUp how far back an airing that was missed is still looked at
 * @param lookAhead how far ahead airings are planned
 * @param usualDuration how long an episode is taken to be where nobody says
 * @param confirmAfter how long after its end an episode is looked at
 * @param missedDelay how soon a missed airing is looked at
 * @param shareAbove with more episodes than this, those of a minute share an appointment
 * @param mostPerAppointment how many episodes an appointment may carry
 */
public record PlanRules(Duration catchUp, Duration lookAhead, Duration usualDuration, Duration confirmAfter,
		Duration missedDelay, int shareAbove, int mostPerAppointment) {

	/** An episode takes up to 140 bytes of the 256 KB a schedule may carry. */
	public static final int MOST_PER_APPOINTMENT = 1_000;

	public PlanRules {
		positive("catchUp", catchUp);
		positive("lookAhead", lookAhead);
		positive("usualDuration", usualDuration);
		positive("missedDelay", missedDelay);
		if (confirmAfter.isNegative()) {
			throw new IllegalArgumentException("confirmAfter must not be negative");
		}
		if (shareAbove < 0 || mostPerAppointment < 1 || mostPerAppointment > MOST_PER_APPOINTMENT) {
			throw new IllegalArgumentException("Appointments carry 1 to " + MOST_PER_APPOINTMENT + " episodes");
		}
	}

	private static void positive(String name, Duration value) {
		if (!value.isPositive()) {
			throw new IllegalArgumentException(name + " must be positive");
		}
	}

}
