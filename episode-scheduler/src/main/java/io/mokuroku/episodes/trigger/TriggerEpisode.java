package io.mokuroku.episodes.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.episodes.plan.Look;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.message.EpisodeAired;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.QueueMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes an aired episode on to enrichment if it can be true that it has aired, and asks
 * again while no source lists it.
 */
final class TriggerEpisode {

	private static final Logger logger = LoggerFactory.getLogger(TriggerEpisode.class);

	private final Function<AnimeId, Optional<AnimeEntry>> entries;

	private final BiPredicate<AnimeId, EpisodeNumber> listed;

	private final EpisodeMemory memory;

	private final Consumer<QueueMessage> sender;

	private final InstantSource clock;

	private final Duration oldest;

	private final Ladder ladder;

	/**
	 * A trigger.
	 * @param entries finds an entry
	 * @param listed whether a source lists an episode with a title
	 * @param oldest how long ago an episode may have aired
	 * @param ladder when it is looked for again
	 */
	TriggerEpisode(Function<AnimeId, Optional<AnimeEntry>> entries, BiPredicate<AnimeId, EpisodeNumber> listed,
			EpisodeMemory memory, Consumer<QueueMessage> sender, InstantSource clock, Duration oldest, Ladder ladder) {
		this.entries = entries;
		this.listed = listed;
		this.memory = memory;
		this.sender = sender;
		this.clock = clock;
		this.oldest = oldest;
		this.ladder = ladder;
	}

	/**
	 * Handles one message.
	 * @throws PermanentFailure with code {@code unknown_anime}, or one of those of
	 * {@link Plausibility#check}
	 */
	Trigger handle(EpisodeAired aired) {
		Trigger outcome = decide(aired);
		switch (outcome) {
			case Trigger.Requested(String requestId) -> logger.info("episode passed on anime={} episode={} request={}",
					aired.animeId(), aired.episode(), requestId);
			case Trigger.Duplicate() ->
				logger.info("episode already passed on anime={} episode={}", aired.animeId(), aired.episode());
			case Trigger.Confirmed() ->
				logger.info("episode confirmed anime={} episode={}", aired.animeId(), aired.episode());
			case Trigger.GivenUp(String requestId, boolean calendarGoesOn) -> {
				if (calendarGoesOn) {
					logger.info("episode aired, nobody lists it anime={} episode={} request={}", aired.animeId(),
							aired.episode(), requestId);
				}
				else {
					logger.error("episode never listed anime={} episode={} airedAt={}", aired.animeId(),
							aired.episode(), aired.airedAt());
				}
			}
			case Trigger.PutOff(Instant airAt) ->
				logger.info("episode put off anime={} episode={} airAt={}", aired.animeId(), aired.episode(), airAt);
		}
		return outcome;
	}

	private Trigger decide(EpisodeAired aired) {
		Optional<Instant> before = this.memory.findAiring(aired.animeId(), aired.episode());
		if (before.isPresent() && !aired.airedAt().isAfter(before.get().plus(Plausibility.TOLERANCE))) {
			return this.memory.findLook(aired.animeId(), aired.episode())
				.map((look) -> again(aired, look))
				.orElseGet(Trigger.Duplicate::new);
		}
		AnimeEntry entry = entry(aired);
		Instant now = this.clock.instant();
		Plausibility.check(aired, entry, now, this.oldest);
		NextEpisode next = entry.airing().next();
		if (next != null && isOf(aired, next) && next.at().isAfter(now)) {
			return new Trigger.PutOff(next.at());
		}
		String requestId = requestId(aired);
		if (before.isPresent()) {
			requestId += "-" + aired.airedAt().getEpochSecond();
		}
		if (entry.airing().status() == AiringStatus.UPCOMING) {
			this.sender.accept(new EnrichmentRequested(aired.animeId(), Mode.FULL, null, "premiere aired",
					"premiere-" + aired.animeId()));
		}
		this.sender.accept(request(aired, next, requestId));
		lookAgain(aired, 1, now);
		this.memory.remember(aired);
		return new Trigger.Requested(requestId);
	}

	/** A season at once is one list to read rather than many episodes to ask for. */
	private static EnrichmentRequested request(EpisodeAired aired, @Nullable NextEpisode next, String requestId) {
		if (next != null && next.wholeSeason() && isOf(aired, next)) {
			return new EnrichmentRequested(aired.animeId(), Mode.REFRESH, null, "season aired", requestId);
		}
		return new EnrichmentRequested(aired.animeId(), Mode.EPISODE, aired.episode(), "episode aired", requestId);
	}

	private Trigger again(EpisodeAired aired, Look look) {
		Instant now = this.clock.instant();
		if (look.next().isAfter(now.plus(Plausibility.TOLERANCE))) {
			return new Trigger.Duplicate();
		}
		if (this.listed.test(aired.animeId(), aired.episode())) {
			this.memory.close(aired.animeId(), aired.episode());
			return new Trigger.Confirmed();
		}
		AnimeEntry entry;
		try {
			entry = entry(aired);
			Plausibility.check(aired, entry, now, this.ladder.giveUpAfter().plus(this.ladder.slowPause()));
		}
		catch (PermanentFailure ex) {
			this.memory.close(aired.animeId(), aired.episode());
			throw ex;
		}
		String requestId = requestId(aired) + "-look-" + (look.count() + 1);
		this.sender.accept(new EnrichmentRequested(aired.animeId(), Mode.EPISODE, aired.episode(),
				"episode not listed yet", requestId));
		return lookAgain(aired, look.count() + 1, now) ? new Trigger.Requested(requestId)
				: new Trigger.GivenUp(requestId, goesOn(entry, aired));
	}

	private boolean lookAgain(EpisodeAired aired, int looks, Instant now) {
		Optional<Instant> next = this.ladder.after(looks, aired.airedAt(), now);
		if (next.isEmpty() || aired.episode().value().scale() > 0) {
			this.memory.close(aired.animeId(), aired.episode());
			return false;
		}
		this.memory.keep(
				new Look(aired.animeId(), aired.episode().value().intValueExact(), aired.airedAt(), looks, next.get()));
		return true;
	}

	private static boolean goesOn(AnimeEntry entry, EpisodeAired aired) {
		NextEpisode next = entry.airing().next();
		return next != null && next.confidence() >= NextEpisode.ANNOUNCED
				&& BigDecimal.valueOf(next.number()).compareTo(aired.episode().value()) > 0;
	}

	private AnimeEntry entry(EpisodeAired aired) {
		return this.entries.apply(aired.animeId())
			.orElseThrow(() -> new PermanentFailure("unknown_anime", "There is no entry " + aired.animeId()));
	}

	private static String requestId(EpisodeAired aired) {
		return "episode-%s-%s".formatted(aired.animeId(), aired.episode().value().toPlainString());
	}

	private static boolean isOf(EpisodeAired aired, NextEpisode next) {
		return aired.episode().value().compareTo(BigDecimal.valueOf(next.number())) >= 0
				&& aired.episode().value().compareTo(BigDecimal.valueOf(next.lastNumber())) <= 0;
	}

}
