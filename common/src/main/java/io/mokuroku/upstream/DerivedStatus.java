package io.mokuroku.upstream;

import java.time.LocalDate;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an anime stands by its dates, for providers that do not say it. A date of which
 * only the month or year is known decides nothing while today lies within it.
 */
public final class DerivedStatus {

	private DerivedStatus() {
	}

	/**
	 * The status on a day.
	 * @param type films and music are over on their first day
	 * @param episodes the planned number; a special of one episode is over on its first
	 * day, too
	 * @param today the date in Japan
	 */
	public static AiringStatus of(AnimeType type, @Nullable Integer episodes, @Nullable PartialDate from,
			@Nullable PartialDate to, LocalDate today) {
		if (from == null) {
			return (to != null && !last(to).isAfter(today)) ? AiringStatus.FINISHED : AiringStatus.UNKNOWN;
		}
		if (from.date().isAfter(today)) {
			return AiringStatus.UPCOMING;
		}
		if (last(from).isAfter(today)) {
			return AiringStatus.UNKNOWN;
		}
		if (isSinglePart(type, episodes)) {
			return AiringStatus.FINISHED;
		}
		if (to == null || to.date().isAfter(today)) {
			return AiringStatus.ONGOING;
		}
		return last(to).isAfter(today) ? AiringStatus.UNKNOWN : AiringStatus.FINISHED;
	}

	private static boolean isSinglePart(AnimeType type, @Nullable Integer episodes) {
		return switch (type) {
			case MOVIE, MUSIC -> true;
			case SPECIAL, TV_SPECIAL, OVA, ONA, PV, CM -> episodes != null && episodes == 1;
			case TV, TV_SHORT, UNKNOWN -> false;
		};
	}

	/** The last day a date may mean. */
	private static LocalDate last(PartialDate date) {
		return switch (date.precision()) {
			case DAY -> date.date();
			case MONTH -> date.date().plusMonths(1).minusDays(1);
			case YEAR -> date.date().plusYears(1).minusDays(1);
		};
	}

}
