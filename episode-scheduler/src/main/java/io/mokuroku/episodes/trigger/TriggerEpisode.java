package io.mokuroku.episodes.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.QueueMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes an aired episode on to enrichment, once, if it can be true that it has aired.
 */
final class TriggerEpisode {

	private static final Logger logger = LoggerFactory.getLogger(TriggerEpisode.class);

	/** How far clocks and calendars may disagree about one airing. */
	private static final Duration TOLERANCE = Duration.ofMinutes(2);

	private final Function<AnimeId, Optional<AnimeEntry>> entries;

	private final EpisodeMemory memory;

	private final Consumer<QueueMessage> sender;

	private final InstantSource clock;

	private final Duration oldest;

	/**
	 * A trigger.
	 * @param entries finds an entry
	 * @param oldest how long ago an episode may have aired
	 */
	TriggerEpisode(Function<AnimeId, Optional<AnimeEntry>> entries, EpisodeMemory memory, Consumer<QueueMessage> sender,
			InstantSource clock, Duration oldest) {
		this.entries = entries;
		this.memory = memory;
		this.sender = sender;
		this.clock = clock;
		this.oldest = oldest;
	}

	/**
	 * Handles one message.
	 * @throws PermanentFailure with code {@code unknown_anime}, {@code entry_not_live},
	 * {@code not_airing}, {@code implausible_episode}, {@code not_aired_yet} or
	 * {@code too_old}
	 */
	Trigger handle(EpisodeAired aired) {
		Trigger outcome = decide(aired);
		switch (outcome) {
			case Trigger.Requested(String requestId) -> logger.info("episode passed on anime={} episode={} request={}",
					aired.animeId(), aired.episode(), requestId);
			case Trigger.Duplicate() ->
				logger.info("episode already passed on anime={} episode={}", aired.animeId(), aired.episode());
			case Trigger.PutOff(Instant airAt) ->
				logger.info("episode put off anime={} episode={} airAt={}", aired.animeId(), aired.episode(), airAt);
		}
		return outcome;
	}

	private Trigger decide(EpisodeAired aired) {
		AnimeEntry entry = this.entries.apply(aired.animeId())
			.orElseThrow(() -> new PermanentFailure("unknown_anime", "There is no entry " + aired.animeId()));
		Instant now = this.clock.instant();
		check(aired, entry, now);
		Optional<Instant> before = this.memory.findAiring(aired.animeId(), aired.episode());
		if (before.isPresent() && !aired.airedAt().isAfter(before.get().plus(TOLERANCE))) {
			return new Trigger.Duplicate();
		}
		NextEpisode next = entry.airing().next();
		if (next != null && isSame(aired, next.number()) && next.at().isAfter(now)) {
			return new Trigger.PutOff(next.at());
		}
		String requestId = "episode-%s-%s".formatted(aired.animeId(), aired.episode().value().toPlainString());
		if (before.isPresent()) {
			requestId += "-" + aired.airedAt().getEpochSecond();
		}
		if (entry.airing().status() == AiringStatus.UPCOMING) {
			this.sender.accept(new EnrichmentRequested(aired.animeId(), EnrichmentRequested.Mode.FULL, null,
					"premiere aired", "premiere-" + aired.animeId()));
		}
		this.sender.accept(new EnrichmentRequested(aired.animeId(), EnrichmentRequested.Mode.EPISODE, aired.episode(),
				"episode aired", requestId));
		this.memory.remember(aired);
		return new Trigger.Requested(requestId);
	}

	private void check(EpisodeAired aired, AnimeEntry entry, Instant now) {
		switch (entry.lifecycle()) {
			case DRAFT, ACTIVE -> {
			}
			case ORPHANED, REDIRECT -> throw new PermanentFailure("entry_not_live",
					"The entry is " + entry.lifecycle() + " and has no new episodes");
		}
		switch (entry.airing().status()) {
			case ONGOING, UPCOMING, FINISHED -> {
			}
			case HIATUS, CANCELLED, UNKNOWN ->
				throw new PermanentFailure("not_airing", "The status of the entry is " + entry.airing().status());
		}
		Integer total = entry.episodes();
		if (aired.episode().kind() == EpisodeKind.REGULAR && (aired.episode().value().signum() == 0
				|| (total != null && aired.episode().value().compareTo(BigDecimal.valueOf(total)) > 0))) {
			throw new PermanentFailure("implausible_episode", "There is no episode %s of %s"
				.formatted(aired.episode().value().toPlainString(), (total != null) ? total : "an unknown number"));
		}
		if (aired.airedAt().isAfter(now.plus(TOLERANCE))) {
			throw new PermanentFailure("not_aired_yet", "The episode airs at " + aired.airedAt());
		}
		if (aired.airedAt().isBefore(now.minus(this.oldest))) {
			throw new PermanentFailure("too_old", "The episode aired at " + aired.airedAt());
		}
	}

	private static boolean isSame(EpisodeAired aired, int number) {
		return aired.episode().kind() == EpisodeKind.REGULAR
				&& aired.episode().value().compareTo(BigDecimal.valueOf(number)) == 0;
	}

}
