package io.mokuroku.episodes.airing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.NextEpisode;

/**
 * The weekly slot, for entries whose next airing has passed without anybody telling of
 * the one after it.
 */
final class SlotFeed implements AiringFeed {

	private final InstantSource clock;

	private final Duration passed;

	/**
	 * A feed.
	 * @param passed how long ago the next airing must have been
	 */
	SlotFeed(InstantSource clock, Duration passed) {
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
				|| (delay != null && delay.indefinite())) {
			return Optional.empty();
		}
		Broadcast slot = entry.airing().broadcast();
		Instant at = (slot != null) ? slot.nextAtOrAfter(now) : Broadcast.weeksAfter(next.at(), Broadcast.JAPAN, now);
		long weeks = Math.max(1, Math.round(Duration.between(next.at(), at).toHours() / (24.0 * 7)));
		int number = Math.toIntExact(next.lastNumber() + weeks);
		return Optional.of(new AiringClaim(entry.id(), number, number, at, source(), AiringClaim.SLOT, null));
	}

}
