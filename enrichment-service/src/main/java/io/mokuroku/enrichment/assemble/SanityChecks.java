package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.enrichment.stage.EntryFields;

/**
 * Whether an entry can be as it says.
 */
final class SanityChecks {

	private static final int YEARS_AHEAD = 6;

	private static final int DAYS_AFTER_THE_END = 14;

	private static final int MOST_PARTS_OF_A_MOVIE = 12;

	private static final int SHORTEST_SERIES_SECONDS = 60;

	private SanityChecks() {
	}

	/** What no entry may lack. */
	static Optional<Question> required(AnimeEntry entry) {
		AiringStatus status = entry.airing().status();
		boolean finished = status == AiringStatus.FINISHED;
		List<String> missing = new ArrayList<>();
		note(missing, "sources", entry.sources().isEmpty());
		note(missing, "type", entry.type() == AnimeType.UNKNOWN);
		note(missing, "status", status == AiringStatus.UNKNOWN);
		note(missing, "episodes", finished && entry.episodes() == null);
		note(missing, "synopsis or picture", entry.synopsis() == null && entry.artwork().picture() == null);
		note(missing, "year", finished && entry.airing().year() == null);
		return asked(ReviewReason.MISSING_REQUIRED, missing);
	}

	/** Years and addresses that cannot be. */
	static Optional<Question> valid(AnimeEntry entry, LocalDate today) {
		List<String> wrong = new ArrayList<>();
		Airing airing = entry.airing();
		Stream
			.of(airing.year(), (airing.from() != null) ? airing.from().date().getYear() : null,
					(airing.to() != null) ? airing.to().date().getYear() : null)
			.filter(Objects::nonNull)
			.filter((year) -> year < Airing.FIRST_YEAR || year > today.getYear() + YEARS_AHEAD)
			.forEach((year) -> wrong.add("year " + year));
		Stream.of(entry.artwork().picture(), entry.artwork().thumbnail())
			.filter(Objects::nonNull)
			.filter((address) -> !web(address))
			.forEach((address) -> wrong.add(address.toString()));
		return asked(ReviewReason.INVALID_VALUE, wrong);
	}

	/** Dates that contradict each other or the status. */
	static Optional<Question> temporal(AnimeEntry entry, List<Episode> episodes, LocalDate today) {
		Airing airing = entry.airing();
		List<String> wrong = new ArrayList<>();
		PartialDate from = airing.from();
		PartialDate to = airing.to();
		note(wrong, "finished before it begins",
				airing.status() == AiringStatus.FINISHED && from != null && from.date().isAfter(today));
		note(wrong, "upcoming with episodes",
				airing.status() == AiringStatus.UPCOMING && AiringState.aired(episodes, today) > 0);
		note(wrong, "ongoing after its end",
				airing.status() == AiringStatus.ONGOING && to != null && to.precision() == PartialDate.Precision.DAY
						&& to.date().isBefore(today.minusDays(DAYS_AFTER_THE_END)));
		note(wrong, "ends before it begins", from != null && to != null && endsFirst(from, to));
		note(wrong, "episodes out of order", outOfOrder(episodes));
		return asked(ReviewReason.TEMPORAL, wrong);
	}

	/** Fields that do not fit each other. */
	static Optional<Question> crossField(AnimeEntry entry) {
		List<String> wrong = new ArrayList<>();
		Integer episodes = entry.episodes();
		Integer seconds = entry.durationSeconds();
		note(wrong, "movie of " + episodes + " episodes",
				entry.type() == AnimeType.MOVIE && episodes != null && episodes > MOST_PARTS_OF_A_MOVIE);
		note(wrong, "series of " + seconds + " seconds",
				entry.type() == AnimeType.TV && seconds != null && seconds < SHORTEST_SERIES_SECONDS);
		return asked(ReviewReason.CROSS_FIELD, wrong);
	}

	/** For adults as one says, for children as another does. */
	static Optional<Question> adult(AnimeEntry entry, Set<String> conflicts) {
		boolean forChildren = entry.rating() == AgeRating.G || entry.rating() == AgeRating.PG;
		return (forChildren && (entry.adult() || conflicts.contains(EntryFields.ADULT.name())))
				? Optional.of(Question.of(ReviewReason.ADULT_MISMATCH, "rated " + entry.rating())) : Optional.empty();
	}

	/** What was finished does not run again by itself. */
	static Optional<Question> regression(AnimeEntry entry, AnimeEntry before) {
		boolean again = before.lifecycle() == Lifecycle.ACTIVE && before.airing().status() == AiringStatus.FINISHED
				&& entry.airing().status() == AiringStatus.ONGOING;
		return again ? Optional.of(Question.of(ReviewReason.STATUS_REGRESSION, before.airing().to() + ""))
				: Optional.empty();
	}

	private static boolean endsFirst(PartialDate from, PartialDate to) {
		PartialDate.Precision common = (from.precision().compareTo(to.precision()) < 0) ? from.precision()
				: to.precision();
		return new PartialDate(to.date(), common).date().isBefore(new PartialDate(from.date(), common).date());
	}

	/** Providers count a day after midnight differently, so one day does not matter. */
	private static boolean outOfOrder(List<Episode> episodes) {
		LocalDate last = LocalDate.MIN;
		for (Episode episode : episodes.stream()
			.filter((one) -> one.number().kind() == EpisodeKind.REGULAR)
			.sorted((one, other) -> one.number().compareTo(other.number()))
			.toList()) {
			LocalDate date = episode.airDate();
			if (date != null) {
				if (date.plusDays(1).isBefore(last)) {
					return true;
				}
				last = date;
			}
		}
		return false;
	}

	private static boolean web(URI address) {
		return "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
	}

	private static void note(List<String> wrong, String what, boolean really) {
		if (really) {
			wrong.add(what);
		}
	}

	private static Optional<Question> asked(ReviewReason reason, List<String> wrong) {
		return wrong.isEmpty() ? Optional.empty() : Optional.of(Question.of(reason, wrong));
	}

}
