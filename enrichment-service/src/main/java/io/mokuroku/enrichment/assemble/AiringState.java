package io.mokuroku.enrichment.assemble;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a work stands, as its dates and episodes tell. Providers are slow to say that a
 * work has ended; its last episode is not.
 *
 * @param status where it stands
 * @param rule what told so; absent where the sources' word stands
 */
record AiringState(AiringStatus status, @Nullable String rule) {

	/** All of its episodes have aired. */
	static final String ALL_AIRED = "ALL_EPISODES_AIRED";

	/** Its first episode has aired. */
	static final String BEGUN = "EPISODE_AIRED";

	/** A break without an end lasts. */
	static final String LONG_BREAK = "LONG_BREAK";

	/** Nobody says where it stands, but its dates do. */
	static final String FROM_DATES = "FROM_DATES";

	/** A last episode that no source confirms has aired after these. */
	private static final int DAYS_TO_CONFIRM = 7;

	private static final int DAYS_OF_A_LONG_BREAK = 28;

	/**
	 * Where a work stands.
	 * @param airing what sources say
	 * @param type how it was released
	 * @param total how many episodes it will have
	 * @param episodes those that are listed
	 * @param before where it stood
	 * @param today the date in Japan
	 */
	static AiringState of(Airing airing, AnimeType type, @Nullable Integer total, List<Episode> episodes,
			AiringStatus before, LocalDate today) {
		AiringStatus said = airing.status();
		if (said == AiringStatus.UNKNOWN) {
			AiringStatus derived = fromDates(airing, type, today);
			return new AiringState(derived, (derived == AiringStatus.UNKNOWN) ? null : FROM_DATES);
		}
		LocalDate ended = dateOfLast(total, episodes, today);
		if (running(said) && ended != null
				&& (before == AiringStatus.FINISHED || !ended.isAfter(today.minusDays(DAYS_TO_CONFIRM)))) {
			return new AiringState(AiringStatus.FINISHED, ALL_AIRED);
		}
		if (said == AiringStatus.UPCOMING && before == AiringStatus.ONGOING && aired(episodes, today) > 0) {
			return new AiringState(AiringStatus.ONGOING, BEGUN);
		}
		Delay delay = airing.delay();
		if (said == AiringStatus.ONGOING && delay != null && delay.indefinite() && delay.from() != null
				&& delay.from().isBefore(today.minusDays(DAYS_OF_A_LONG_BREAK))) {
			return new AiringState(AiringStatus.HIATUS, LONG_BREAK);
		}
		return new AiringState(said, null);
	}

	/** The number of the last regular episode that has aired by a day, 0 if none has. */
	static int aired(List<Episode> episodes, LocalDate day) {
		return episodes.stream()
			.filter((episode) -> episode.number().kind() == EpisodeKind.REGULAR)
			.filter((episode) -> !Objects.requireNonNullElse(episode.airDate(), LocalDate.MAX).isAfter(day))
			.mapToInt((episode) -> episode.number().value().intValue())
			.max()
			.orElse(0);
	}

	private static @Nullable LocalDate dateOfLast(@Nullable Integer total, List<Episode> episodes, LocalDate today) {
		if (total == null || aired(episodes, today) < total) {
			return null;
		}
		return episodes.stream()
			.filter((episode) -> episode.number().kind() == EpisodeKind.REGULAR)
			.map(Episode::airDate)
			.filter(Objects::nonNull)
			.filter((date) -> !date.isAfter(today))
			.max(LocalDate::compareTo)
			.orElse(null);
	}

	private static AiringStatus fromDates(Airing airing, AnimeType type, LocalDate today) {
		PartialDate from = airing.from();
		PartialDate to = airing.to();
		if (to != null && !to.date().isAfter(today) && to.precision() == PartialDate.Precision.DAY) {
			return AiringStatus.FINISHED;
		}
		if (from == null) {
			return AiringStatus.UNKNOWN;
		}
		if (from.date().isAfter(today)) {
			return AiringStatus.UPCOMING;
		}
		if (from.precision() == PartialDate.Precision.YEAR && from.date().getYear() == today.getYear()) {
			return AiringStatus.UNKNOWN;
		}
		return (type == AnimeType.MOVIE || type == AnimeType.MUSIC) ? AiringStatus.FINISHED : AiringStatus.ONGOING;
	}

	private static boolean running(AiringStatus status) {
		return status == AiringStatus.ONGOING || status == AiringStatus.HIATUS;
	}

}
