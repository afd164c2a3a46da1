package io.mokuroku.episodes.airing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks calendars and keeps what they say in the catalogue. A source that cannot be asked
 * is left out; what the others say counts.
 */
public final class RefreshCalendar {

	static final String CHANGES = "mokuroku.episodes.calendar.changes";

	static final String FEEDS = "mokuroku.episodes.calendar.feeds";

	/** In the provenance of an entry whose episodes people corrected. */
	private static final String CORRECTED = "episodeList";

	/** An airing this long ago may still be told to be delayed. */
	private static final Duration BACK = Duration.ofHours(6);

	/** How far back entries are looked at whose next airing has passed. */
	private static final Duration FORGOTTEN = Duration.ofDays(90);

	private static final Logger logger = LoggerFactory.getLogger(RefreshCalendar.class);

	private final List<AiringFeed> feeds;

	private final CatalogueAiring catalogue;

	private final Function<AnimeId, EpisodeCorrections> corrections;

	private final Duration ahead;

	private final Duration catchUp;

	private final MeterRegistry meters;

	private final InstantSource clock;

	/**
	 * A refresh.
	 * @param feeds the sources, the most trusted first
	 * @param corrections what people corrected in the numbers of episodes
	 * @param ahead how far ahead they are asked
	 * @param catchUp how long an airing that has begun waits to be passed on
	 */
	RefreshCalendar(List<AiringFeed> feeds, CatalogueAiring catalogue,
			Function<AnimeId, EpisodeCorrections> corrections, Duration ahead, Duration catchUp, MeterRegistry meters,
			InstantSource clock) {
		this.feeds = List.copyOf(feeds);
		this.catalogue = catalogue;
		this.corrections = corrections;
		this.ahead = ahead;
		this.catchUp = catchUp;
		this.meters = meters;
		this.clock = clock;
	}

	/**
	 * Asks all of them.
	 * @return how many entries changed
	 * @throws RetryableFailure if the catalogue does not answer
	 */
	public int run() {
		Instant now = this.clock.instant();
		Instant to = now.plus(this.ahead);
		Map<AnimeId, AnimeEntry> entries = new LinkedHashMap<>();
		this.catalogue.running(now.minus(FORGOTTEN), to).forEach((entry) -> entries.put(entry.id(), entry));
		Map<AnimeId, List<AiringClaim>> claims = new HashMap<>();
		Set<String> heard = new HashSet<>();
		for (AiringFeed feed : this.feeds) {
			AiringFeed.Said said = ask(feed, now.minus(BACK), to, List.copyOf(entries.values()));
			if (said != null) {
				said.claims()
					.forEach((claim) -> claims.computeIfAbsent(claim.animeId(), (id) -> new ArrayList<>()).add(claim));
				if (said.complete()) {
					heard.add(feed.source());
				}
			}
		}
		Set<AnimeId> others = new HashSet<>(claims.keySet());
		others.removeAll(entries.keySet());
		entries.putAll(this.catalogue.findAll(others));
		MergeClaims merge = new MergeClaims(now, to, this.catchUp, this.feeds.stream().map(AiringFeed::source).toList(),
				heard);
		int changed = 0;
		for (AnimeEntry entry : entries.values()) {
			Merged merged = merge.merge(entry, here(entry, claims.getOrDefault(entry.id(), List.of()))).orElse(null);
			if (merged != null && commit(entry, merged)) {
				changed++;
			}
		}
		logger.info("calendar refreshed entries={} claimed={} changed={} heard={}", entries.size(), claims.size(),
				changed, heard);
		return changed;
	}

	/** In most entries nobody corrected a number, which their provenance tells. */
	private List<AiringClaim> here(AnimeEntry entry, List<AiringClaim> claims) {
		if (claims.isEmpty() || !entry.provenance().containsKey(CORRECTED)) {
			return claims;
		}
		EpisodeCorrections corrected = this.corrections.apply(entry.id());
		return claims.stream().flatMap((claim) -> claim.here(corrected).stream()).toList();
	}

	private AiringFeed.@Nullable Said ask(AiringFeed feed, Instant from, Instant to, List<AnimeEntry> entries) {
		try {
			AiringFeed.Said said = feed.claims(from, to, entries);
			this.meters.counter(FEEDS, "source", feed.source(), "outcome", "heard").increment();
			return said;
		}
		catch (RetryableFailure | PermanentFailure ex) {
			this.meters.counter(FEEDS, "source", feed.source(), "outcome", "failed").increment();
			logger.warn("calendar not heard source={} failure={}", feed.source(), ex.toString());
			return null;
		}
	}

	private boolean commit(AnimeEntry entry, Merged merged) {
		boolean saved = this.catalogue.commit(entry, merged);
		String kind = saved ? merged.kind().name().toLowerCase(Locale.ROOT) : "stale";
		this.meters.counter(CHANGES, "kind", kind).increment();
		NextEpisode before = entry.airing().next();
		NextEpisode after = merged.airing().next();
		if (merged.kind() != Merged.Kind.CONFIRMED) {
			logger.info("airing changed anime={} kind={} before={} after={}", entry.id(), kind,
					(before != null) ? before.number() + "@" + before.at() : "none",
					(after != null) ? after.number() + "@" + after.at() : "none");
		}
		return saved;
	}

}
