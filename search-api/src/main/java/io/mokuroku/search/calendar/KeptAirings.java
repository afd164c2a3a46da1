package io.mokuroku.search.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

/**
 * What airs in spans of whole days, read once in half a minute for all who ask: so long
 * it may take until an anime that moved, became adult or was withdrawn is told of anew.
 * The spans asked for last are kept, so that it stays bounded.
 */
final class KeptAirings {

	/** How long what was read is used. */
	static final Duration USED_FOR = Duration.ofSeconds(30);

	/** More spans are not kept. */
	static final int MOST = 16;

	private final BiFunction<Instant, Instant, List<AiringAnime>> reader;

	private final InstantSource clock;

	private final Map<Span, Kept> spans = new LinkedHashMap<>(MOST, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Span, Kept> eldest) {
			return size() > MOST;
		}

	};

	/**
	 * Nothing read yet.
	 * @param reader reads what airs from an instant to another
	 */
	KeptAirings(BiFunction<Instant, Instant, List<AiringAnime>> reader, InstantSource clock) {
		this.reader = reader;
		this.clock = clock;
	}

	/** What airs from an instant to another, and perhaps what airs on the same days. */
	List<AiringAnime> between(Instant from, Instant to) {
		Span span = Span.around(from, to);
		Kept kept = kept(span);
		Found known = kept.found;
		if (known == null || due(known)) {
			kept.reading.lock();
			try {
				known = kept.found;
				if (known == null || due(known)) {
					known = new Found(this.clock.instant(), this.reader.apply(span.from(), span.to()));
					kept.found = known;
				}
			}
			finally {
				kept.reading.unlock();
			}
		}
		return known.anime();
	}

	private Kept kept(Span span) {
		synchronized (this.spans) {
			return this.spans.computeIfAbsent(span, (_) -> new Kept());
		}
	}

	private boolean due(Found known) {
		return !this.clock.instant().isBefore(known.at().plus(USED_FOR));
	}

	private record Span(Instant from, Instant to) {

		static Span around(Instant from, Instant to) {
			Instant last = to.truncatedTo(ChronoUnit.DAYS);
			return new Span(from.truncatedTo(ChronoUnit.DAYS), last.equals(to) ? last : last.plus(1, ChronoUnit.DAYS));
		}

	}

	private record Found(Instant at, List<AiringAnime> anime) {

		Found {
			anime = List.copyOf(anime);
		}

	}

	private static final class Kept {

		private final Lock reading = new ReentrantLock();

		private volatile @Nullable Found found;

	}

}
