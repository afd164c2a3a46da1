package io.mokuroku.search.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.UnlistedEpisodes;
import io.mokuroku.search.projection.AnimeProjection;
import org.jspecify.annotations.Nullable;

/**
 * Reads the calendar from the catalogue by its index of next airings. Adult and withdrawn
 * anime are not in it, nor are works that have stopped ({@link UnlistedEpisodes}).
 */
final class ReadCalendar {

	/** More than that do not air in a month; it keeps an answer bounded. */
	static final int MOST_SLOTS = 5_000;

	/** Who can have a next airing. */
	private static final List<AiringStatus> STATUSES = List.of(AiringStatus.ONGOING, AiringStatus.UPCOMING,
			AiringStatus.HIATUS, AiringStatus.UNKNOWN);

	/** An entry whose next airing lies before a span may air weekly within it. */
	private static final Duration BEFORE = Duration.ofDays(Window.MOST_DAYS + 4);

	private static final Duration BREAKS_USED_FOR = Duration.ofMinutes(1);

	private final Entries entries;

	private final KeptAirings airings;

	private final InstantSource clock;

	private final Lock looking = new ReentrantLock();

	private volatile @Nullable Breaks breaks;

	ReadCalendar(Entries entries, InstantSource clock) {
		this.entries = entries;
		this.airings = new KeptAirings(this::read, clock);
		this.clock = clock;
	}

	/**
	 * What airs within a span of time, the earliest first, and at the end what is in a
	 * break without an end.
	 * @throws io.mokuroku.message.RetryableFailure if the catalogue does not answer
	 */
	Found read(Window window, CalendarFilter filter) {
		Set<AnimeId> airing = new HashSet<>();
		List<Slot> slots = new ArrayList<>();
		for (AiringAnime anime : this.airings.between(window.from().minus(BEFORE), window.to())) {
			airing.add(anime.id());
			if (filter.passes(anime)) {
				slots.addAll(UpcomingSlots.of(anime, window));
			}
		}
		breaks().stream()
			.filter((slot) -> filter.passes(slot.anime()) && !airing.contains(slot.anime().id()))
			.forEach(slots::add);
		List<Slot> sorted = slots.stream().sorted(Slot.BY_TIME).limit(MOST_SLOTS).toList();
		return new Found(sorted, slots.size() > MOST_SLOTS);
	}

	private List<AiringAnime> read(Instant from, Instant to) {
		Map<AnimeId, AiringAnime> airing = new LinkedHashMap<>();
		for (AiringStatus status : STATUSES) {
			this.entries.airing(status, from, to)
				.stream()
				.filter((entry) -> AnimeProjection.shown(entry) && !stopped(entry))
				.forEach((entry) -> airing.put(entry.id(), AiringAnime.of(entry)));
		}
		return List.copyOf(airing.values());
	}

	/** Only the airing of a work that has stopped stays when it has passed. */
	private boolean stopped(AnimeEntry entry) {
		NextEpisode next = entry.airing().next();
		return next != null && next.at().isBefore(this.clock.instant()) && UnlistedEpisodes.meanStop(next.lastNumber(),
				next.confidence(), (number) -> this.entries.isUnlisted(entry.id(), number));
	}

	/**
	 * Many entries run without anybody telling when, and few of them because of a break:
	 * they are looked through once a minute at most, by one request. Others go on with
	 * what was found before, and wait only where nothing ever was.
	 */
	private List<Slot> breaks() {
		Breaks known = this.breaks;
		if (known == null) {
			this.looking.lock();
		}
		else if (!due(known) || !this.looking.tryLock()) {
			return known.slots();
		}
		try {
			known = this.breaks;
			if (known == null || due(known)) {
				known = lookForBreaks();
				this.breaks = known;
			}
			return known.slots();
		}
		finally {
			this.looking.unlock();
		}
	}

	private boolean due(Breaks known) {
		return !this.clock.instant().isBefore(known.at().plus(BREAKS_USED_FOR));
	}

	private Breaks lookForBreaks() {
		return new Breaks(this.clock.instant(),
				this.entries.airingUnknown()
					.stream()
					.filter(AnimeProjection::shown)
					.flatMap((entry) -> UpcomingSlots.toBeAnnounced(AiringAnime.of(entry)).stream())
					.toList());
	}

	/** Entries of the catalogue by their next airing. */
	interface Entries {

		/** Those whose next airing lies in a span of time. */
		List<AnimeEntry> airing(AiringStatus status, Instant from, Instant to);

		/** Those that run without anybody telling of their next airing. */
		List<AnimeEntry> airingUnknown();

		/** Whether sources were asked for an episode of one and none lists it. */
		boolean isUnlisted(AnimeId id, EpisodeNumber number);

	}

	/**
	 * What was found.
	 *
	 * @param slots the earliest first
	 * @param cut whether there is more than may be sent
	 */
	record Found(List<Slot> slots, boolean cut) {
	}

	private record Breaks(Instant at, List<Slot> slots) {
	}

}
