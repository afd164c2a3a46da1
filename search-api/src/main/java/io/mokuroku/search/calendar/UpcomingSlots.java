package io.mokuroku.search.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * When the episodes of an entry air: the next one as it is known, those after it by the
 * weekly slot, if there is one. A slot that lies in a break is left out, and beyond a
 * break without an end nothing is expected.
 */
final class UpcomingSlots {

	/** What follows from the weekly slot alone. */
	static final double BY_SLOT = 0.5;

	private UpcomingSlots() {
	}

	/** The slots of an entry within a span of time, the earliest first. */
	static List<Slot> of(AiringAnime entry, Window window) {
		Airing airing = entry.airing();
		NextEpisode next = airing.next();
		if (next == null) {
			return premiere(entry).filter((slot) -> window.has(slot.place())).stream().toList();
		}
		List<Slot> slots = new ArrayList<>();
		if (window.has(next.at())) {
			slots.add(slot(entry, next.number(), next.lastNumber(), next.at(), next.confidence()));
		}
		if (airing.broadcast() != null && airing.status() != AiringStatus.HIATUS && !next.wholeSeason()) {
			addExpected(slots, entry, next, window);
		}
		return slots;
	}

	/** An entry whose next episode waits for its date, because it is in a break. */
	static Optional<Slot> toBeAnnounced(AiringAnime entry) {
		Airing airing = entry.airing();
		if (airing.next() != null || airing.delay() == null) {
			return Optional.empty();
		}
		Integer aired = entry.episodesAired();
		Integer number = (aired != null && !beyondTheLast(entry, aired + 1)) ? (Integer) (aired + 1) : null;
		return Optional.of(new Slot(entry, number, number, null, null, 0, Slot.State.TO_BE_ANNOUNCED));
	}

	private static void addExpected(List<Slot> slots, AiringAnime entry, NextEpisode next, Window window) {
		Instant at = next.at();
		int number = next.lastNumber();
		while (true) {
			at = Broadcast.weeksAfter(at, Broadcast.JAPAN, at);
			LocalDate day = LocalDate.ofInstant(at, Broadcast.JAPAN);
			if (!at.isBefore(window.to()) || ended(entry, day)) {
				return;
			}
			Delay delay = entry.airing().delay();
			if (delay != null && delay.indefinite() && begins(delay, day)) {
				return;
			}
			if (delay == null || !covers(delay, day)) {
				number++;
				if (beyondTheLast(entry, number)) {
					return;
				}
				if (window.has(at)) {
					slots.add(slot(entry, number, number, at, BY_SLOT));
				}
			}
		}
	}

	private static Optional<Slot> premiere(AiringAnime entry) {
		PartialDate from = entry.airing().from();
		if (entry.airing().status() != AiringStatus.UPCOMING || from == null
				|| from.precision() != PartialDate.Precision.DAY) {
			return Optional.empty();
		}
		return Optional.of(new Slot(entry, 1, 1, null, from.date(), NextEpisode.ANNOUNCED, Slot.State.ANNOUNCED));
	}

	private static Slot slot(AiringAnime entry, int first, int last, Instant at, double confidence) {
		return new Slot(entry, first, last, at, LocalDate.ofInstant(at, Broadcast.JAPAN), confidence,
				Slot.state(confidence));
	}

	private static boolean begins(Delay delay, LocalDate day) {
		return delay.from() == null || !day.isBefore(delay.from());
	}

	private static boolean covers(Delay delay, LocalDate day) {
		return begins(delay, day) && (delay.until() == null || !day.isAfter(delay.until()));
	}

	private static boolean beyondTheLast(AiringAnime entry, int number) {
		Integer episodes = entry.episodes();
		return episodes != null && number > episodes;
	}

	private static boolean ended(AiringAnime entry, LocalDate day) {
		@Nullable PartialDate last = entry.airing().to();
		return last != null && last.precision() == PartialDate.Precision.DAY && day.isAfter(last.date());
	}

}
