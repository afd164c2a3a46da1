package io.mokuroku.review.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.Subject;

/**
 * What a queue shows of entries in question, and how pressing the questions are: first
 * what airs within a day, then what many will see, then what is new.
 */
final class Subjects {

	private static final String POPULAR = "POPULAR";

	private static final Duration SOON = Duration.ofDays(1);

	private final Function<AnimeId, Optional<AnimeEntry>> proposals;

	private final Function<AnimeId, Optional<AnimeEntry>> entries;

	/**
	 * Subjects by entry.
	 * @param proposals finds what is proposed for an entry
	 * @param entries finds entries of the catalogue
	 */
	Subjects(Function<AnimeId, Optional<AnimeEntry>> proposals, Function<AnimeId, Optional<AnimeEntry>> entries) {
		this.proposals = proposals;
		this.entries = entries;
	}

	Subject of(ReviewRequested request, Instant now) {
		Optional<AnimeEntry> live = this.entries.apply(request.animeId());
		boolean isNew = live.filter((entry) -> entry.lifecycle() == Lifecycle.DRAFT).isPresent();
		return this.proposals.apply(request.animeId())
			.or(() -> live)
			.map((entry) -> new Subject(entry.titles().main(), entry.type(), priority(request, entry, isNew, now)))
			.orElse(Subject.UNKNOWN);
	}

	private static Priority priority(ReviewRequested request, AnimeEntry entry, boolean isNew, Instant now) {
		NextEpisode next = entry.airing().next();
		if (next != null && next.at().isAfter(now) && next.at().isBefore(now.plus(SOON))) {
			return Priority.URGENT;
		}
		if (request.reasons().contains(POPULAR)) {
			return Priority.HIGH;
		}
		return isNew ? Priority.NORMAL : Priority.LOW;
	}

}
