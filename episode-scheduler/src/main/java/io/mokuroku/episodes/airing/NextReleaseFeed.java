package io.mokuroku.episodes.airing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.PermanentFailure;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The next release a provider tells of single anime, for those of which nobody announces
 * a time. It costs a call each, so only some are asked at a time. One that is refused
 * leaves the others; when the provider is away, what it told before counts.
 */
final class NextReleaseFeed implements AiringFeed {

	private static final Logger logger = LoggerFactory.getLogger(NextReleaseFeed.class);

	private final AnimeSource anime;

	private final Function<AnimeId, Optional<Integer>> lastAired;

	private final int most;

	/**
	 * A feed.
	 * @param lastAired the number of the last episode that has aired
	 * @param most how many anime are asked about at most
	 */
	NextReleaseFeed(AnimeSource anime, Function<AnimeId, Optional<Integer>> lastAired, int most) {
		this.anime = anime;
		this.lastAired = lastAired;
		this.most = most;
	}

	@Override
	public String source() {
		return this.anime.provider().name().toLowerCase(Locale.ROOT);
	}

	@Override
	public Said claims(Instant from, Instant to, Collection<AnimeEntry> entries) {
		List<AnimeEntry> unsure = entries.stream()
			.filter(NextReleaseFeed::isUnsure)
			.filter((entry) -> page(entry).isPresent())
			.sorted(Comparator.comparing(AnimeEntry::id))
			.toList();
		List<AiringClaim> claims = new ArrayList<>();
		for (AnimeEntry entry : unsure.stream().skip(turn(from, unsure.size())).limit(this.most).toList()) {
			try {
				claim(entry, from, to).ifPresent(claims::add);
			}
			catch (RetryableFailure ex) {
				logger.info("releases not read for now source={} read={} failure={}", source(), claims.size(),
						ex.toString());
				break;
			}
			catch (PermanentFailure ex) {
				logger.warn("release not read source={} anime={} failure={}", source(), entry.id(), ex.toString());
			}
		}
		return new Said(claims, false);
	}

	private static boolean isUnsure(AnimeEntry entry) {
		NextEpisode next = entry.airing().next();
		return next == null || next.confidence() < AiringClaim.SLOT;
	}

	private Optional<SourceLink> page(AnimeEntry entry) {
		return entry.sources().stream().filter((link) -> link.provider() == this.anime.provider()).findFirst();
	}

	/** Each hour others are asked. */
	private long turn(Instant from, int unsure) {
		long turns = Math.max(1, (unsure + this.most - 1) / Math.max(1, this.most));
		return (from.getEpochSecond() / 3600 % turns) * this.most;
	}

	private Optional<AiringClaim> claim(AnimeEntry entry, Instant from, Instant to) {
		AiringFacts.Next next = page(entry).flatMap(this.anime::find)
			.map((facts) -> facts.airing().next())
			.orElse(null);
		if (next == null || next.at().isBefore(from) || !next.at().isBefore(to)) {
			return Optional.empty();
		}
		return number(next, entry)
			.map((number) -> new AiringClaim(entry.id(), number, number, next.at(), source(), AiringClaim.SLOW, null));
	}

	private Optional<Integer> number(AiringFacts.Next next, AnimeEntry entry) {
		NextEpisode known = entry.airing().next();
		if (next.number() != null) {
			return Optional.of(next.number());
		}
		return (known != null) ? Optional.of(known.number())
				: this.lastAired.apply(entry.id()).map((number) -> number + 1);
	}

}
