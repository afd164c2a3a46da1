package io.mokuroku.episodes.airing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiPredicate;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.UnlistedEpisodes;

/**
 * The weekly slot, for entries whose next airing has passed without anybody telling of
 * the one after it. Of a work that has stopped ({@link UnlistedEpisodes}) nothing more is
 * expected.
 */
final class SlotFeed implements AiringFeed {

	private final BiPredicate<AnimeId, EpisodeNumber> unlisted;

	private final InstantSource clock;

	private final Duration passed;

	/**
	 * A feed.
	 * @param unlisted whether sources were asked for an episode and none lists it
	 * @param passed how long ago the next airing must have been
	 */
	SlotFeed(BiPredicate<AnimeId, EpisodeNumber> unlisted, InstantSource clock, Duration passed) {
		this.unlisted = unlisted;
		this.clock = clock;
		this.passed = passed;
	}

	@Override
	public String source() {
		return AiringClaim.DERIVED;
	}

	@Override
	public Said claims(Instant from, Instant to, Collection<AnimeEntry> entries) {
		Instant now = this.clock.instant();
		return new Said(entries.stream().map((entry) -> claim(entry, now)).flatMap(Optional::stream).toList(), false);
	}

	private Optional<AiringClaim> claim(AnimeEntry entry, Instant now) {
		NextEpisode next = entry.airing().next();
		Delay delay = entry.airing().delay();
		if (next == null || entry.airing().status() != AiringStatus.ONGOING || next.at().isAfter(now.minus(this.passed))
				|| (delay != null && delay.indefinite()) || UnlistedEpisodes.meanStop(next.lastNumber(),
						next.confidence(), (number) -> this.unlisted.test(entry.id(), number))) {
			return Optional.empty();
		}
		Broadcast slot = entry.airing().broadcast();
		Instant at = (slot != null) ? slot.nextAtOrAfter(now) : Broadcast.weeksAfter(next.at(), Broadcast.JAPAN, now);
		long weeks = Math.max(1, Math.round(Duration.between(next.at(), at).toHours() / (24.0 * 7)));
		int number = Math.toIntExact(next.lastNumber() + weeks);
		return Optional.of(new AiringClaim(entry.id(), number, number, at, source(), AiringClaim.SLOT, null));
	}

}
