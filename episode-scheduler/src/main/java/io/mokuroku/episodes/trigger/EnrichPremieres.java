package io.mokuroku.episodes.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.episodes.plan.AiringEntries;
import io.mokuroku.message.EnrichmentRequested;
import io.mokuroku.message.EnrichmentRequested.Mode;
import io.mokuroku.message.QueueMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for everything about works that premiere within a day, once a day until they run.
 * A work of which only the month or the year is known is not among them.
 */
public final class EnrichPremieres {

	/** A premiere nobody has confirmed is asked about for this long. */
	private static final Duration OVERDUE = Duration.ofDays(3);

	private static final Logger logger = LoggerFactory.getLogger(EnrichPremieres.class);

	private final AiringEntries entries;

	private final AiredEpisodes memory;

	private final Consumer<QueueMessage> sender;

	private final Duration ahead;

	private final InstantSource clock;

	EnrichPremieres(AiringEntries entries, AiredEpisodes memory, Consumer<QueueMessage> sender, Duration ahead,
			InstantSource clock) {
		this.entries = entries;
		this.memory = memory;
		this.sender = sender;
		this.ahead = ahead;
		this.clock = clock;
	}

	/**
	 * Asks for those that were not asked for today.
	 * @throws io.mokuroku.message.RetryableFailure if the catalogue or a queue does not
	 * answer
	 */
	public void run() {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
		List<AnimeEntry> premieres = this.entries.airing(AiringStatus.UPCOMING, now.minus(OVERDUE),
				now.plus(this.ahead));
		int asked = 0;
		for (AnimeEntry entry : premieres) {
			AnimeId id = entry.id();
			if (entry.lifecycle().isLive()
					&& this.memory.findPremiere(id).filter((date) -> !date.isBefore(today)).isEmpty()) {
				this.sender.accept(new EnrichmentRequested(id, Mode.FULL, null, "premiere within a day",
						"premiere-" + id + "-" + today));
				this.memory.rememberPremiere(id, today);
				asked++;
			}
		}
		if (asked > 0) {
			logger.info("premieres asked for count={}", asked);
		}
	}

}
