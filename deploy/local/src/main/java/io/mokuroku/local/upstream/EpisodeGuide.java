package io.mokuroku.local.upstream;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Which episodes of a title have been on air, and when the next one is. A running title
 * with a slot airs every week from its first day on, so its latest episode is never older
 * than a week.
 */
final class EpisodeGuide {

	private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

	private final SampleTitle title;

	private final Instant now;

	EpisodeGuide(SampleTitle title, Instant now) {
		this.title = title;
		this.now = now;
	}

	/**
	 * The episodes on air until now, in order.
	 */
	List<Episode> aired() {
		return switch (this.title.status()) {
			case UPCOMING -> List.of();
			case ONGOING ->
				(this.title.broadcast() != null) ? weekly(airedSlots()) : spread(countOr(this.title.episodes(), 0));
			case FINISHED -> spread(countOr(this.title.episodes(), 0));
		};
	}

	/**
	 * The episodes of a finished title, were there that many.
	 */
	List<Episode> spread(int count) {
		PartialDay from = PartialDay.parse(this.title.airedFrom());
		PartialDay to = PartialDay.parse(this.title.airedTo());
		List<Episode> episodes = new ArrayList<>();
		for (int number = 1; number <= count; number++) {
			episodes.add(episode(number, (from != null) ? dayOf(number, count, from.day(), to) : null));
		}
		return episodes;
	}

	private static LocalDate dayOf(int number, int count, LocalDate from, @Nullable PartialDay to) {
		if (to == null || count == 1 || to.day().isBefore(from)) {
			return from.plusWeeks(number - 1L);
		}
		return from.plusDays(Math.round(ChronoUnit.DAYS.between(from, to.day()) * (number - 1d) / (count - 1d)));
	}

	private List<Episode> weekly(int count) {
		LocalDate first = firstSlot().map(ZonedDateTime::toLocalDate).orElse(null);
		List<Episode> episodes = new ArrayList<>();
		for (int number = 1; number <= count; number++) {
			episodes.add(episode(number, (first != null) ? first.plusWeeks(number - 1L) : null));
		}
		return episodes;
	}

	private Episode episode(int number, @Nullable LocalDate day) {
		List<String> known = this.title.episodeTitles();
		EpisodeNames names = EpisodeNames.of(this.title.mal(), number);
		return new Episode(number, (number <= known.size())
				? new EpisodeNames(known.get(number - 1), names.japanese(), names.romaji()) : names, day);
	}

	/**
	 * When the next episode begins; none for a title that is not running or has had its
	 * last.
	 */
	Optional<ZonedDateTime> next() {
		if (this.title.status() != SampleTitle.Status.ONGOING
				|| airedSlots() >= countOr(this.title.episodes(), Integer.MAX_VALUE)) {
			return Optional.empty();
		}
		return firstSlot().map((first) -> first.plusWeeks(slotsSince(first)));
	}

	/**
	 * The broadcasts of a running title that begin from an instant on and before another.
	 */
	List<Airing> between(Instant from, Instant to) {
		ZonedDateTime first = firstSlot().orElse(null);
		List<Airing> airings = new ArrayList<>();
		if (first == null || this.title.status() != SampleTitle.Status.ONGOING) {
			return airings;
		}
		long last = countOr(this.title.episodes(), Integer.MAX_VALUE);
		long weeks = Math.max(0, ChronoUnit.WEEKS.between(first, from.atZone(JAPAN)));
		for (long week = weeks; week < last && first.plusWeeks(week).toInstant().isBefore(to); week++) {
			Instant at = first.plusWeeks(week).toInstant();
			if (!at.isBefore(from)) {
				airings.add(new Airing((int) week + 1, at));
			}
		}
		return airings;
	}

	private int airedSlots() {
		long slots = firstSlot().map(this::slotsSince).orElse(0L);
		return (int) Math.min(slots, countOr(this.title.episodes(), Integer.MAX_VALUE));
	}

	private long slotsSince(ZonedDateTime first) {
		ZonedDateTime here = this.now.atZone(JAPAN);
		return here.isBefore(first) ? 0 : ChronoUnit.WEEKS.between(first, here) + 1;
	}

	private Optional<ZonedDateTime> firstSlot() {
		PartialDay from = PartialDay.parse(this.title.airedFrom());
		SampleTitle.Slot slot = this.title.broadcast();
		if (from == null || slot == null) {
			return Optional.empty();
		}
		DayOfWeek day = DayOfWeek.valueOf(slot.day().substring(0, slot.day().length() - 1).toUpperCase(Locale.ROOT));
		return Optional
			.of(from.day().with(TemporalAdjusters.nextOrSame(day)).atTime(LocalTime.parse(slot.time())).atZone(JAPAN));
	}

	private static int countOr(@Nullable Integer count, int otherwise) {
		return (count != null) ? count : otherwise;
	}

	/**
	 * An episode.
	 *
	 * @param names its titles
	 * @param day day in Japan on which it was first on air, if known
	 */
	record Episode(int number, EpisodeNames names, @Nullable LocalDate day) {
	}

	/**
	 * A broadcast.
	 *
	 * @param number of its episode
	 */
	record Airing(int number, Instant at) {
	}

}
