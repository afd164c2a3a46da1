package io.mokuroku.review.loop;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.task.JudgePriority;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.Subject;

/**
 * What a queue shows of entries in question, and how pressing the questions are.
 */
final class Subjects {

	private final Function<AnimeId, Optional<AnimeEntry>> proposals;

	private final Function<AnimeId, Optional<AnimeEntry>> entries;

	private final PopularRank popular;

	/**
	 * Subjects by entry.
	 * @param proposals finds what is proposed for an entry
	 * @param entries finds entries of the catalogue
	 * @param popular who is popular
	 */
	Subjects(Function<AnimeId, Optional<AnimeEntry>> proposals, Function<AnimeId, Optional<AnimeEntry>> entries,
			PopularRank popular) {
		this.proposals = proposals;
		this.entries = entries;
		this.popular = popular;
	}

	Subject of(ReviewRequested request, Instant now) {
		Optional<AnimeEntry> live = this.entries.apply(request.animeId());
		Optional<AnimeEntry> proposal = this.proposals.apply(request.animeId());
		Priority priority = JudgePriority.of(proposal.orElse(null), live.orElse(null), this.popular.value(), now);
		return proposal.or(() -> live)
			.map((entry) -> new Subject(entry.titles().main(), entry.type(), priority))
			.orElse(Subject.UNKNOWN);
	}

}
