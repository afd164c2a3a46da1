package io.mokuroku.episodes.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives episodes their appointments: one each, or one a minute for all that are looked at
 * in it.
 */
final class AppointmentBook {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm")
		.withZone(ZoneOffset.UTC);

	/** Once shared, appointments stay shared until there are fewer than this part. */
	private static final double STILL_MANY = 0.8;

	private final int shareAbove;

	private final int mostPerAppointment;

	AppointmentBook(int shareAbove, int mostPerAppointment) {
		this.shareAbove = shareAbove;
		this.mostPerAppointment = mostPerAppointment;
	}

	/** The appointments of episodes, by name. */
	Map<String, Appointment> of(Collection<PlannedEpisode> episodes, Collection<Appointment> existing) {
		Map<String, Appointment> appointments = new TreeMap<>();
		for (Appointment appointment : isShared(episodes.size(), existing) ? shared(episodes) : single(episodes)) {
			appointments.put(appointment.name(), appointment);
		}
		return appointments;
	}

	private boolean isShared(int episodes, Collection<Appointment> existing) {
		return episodes > this.shareAbove
				|| (episodes > this.shareAbove * STILL_MANY && existing.stream().anyMatch(Appointment::shared));
	}

	private static List<Appointment> single(Collection<PlannedEpisode> episodes) {
		return episodes.stream()
			.map((episode) -> new Appointment(episode.name(), episode.fireAt(), List.of(episode.aired())))
			.toList();
	}

	private List<Appointment> shared(Collection<PlannedEpisode> episodes) {
		Map<Instant, List<PlannedEpisode>> byMinute = new TreeMap<>();
		for (PlannedEpisode episode : episodes) {
			byMinute.computeIfAbsent(minute(episode.fireAt()), (minute) -> new ArrayList<>()).add(episode);
		}
		List<Appointment> appointments = new ArrayList<>();
		byMinute.forEach((minute, those) -> {
			those.sort(Comparator.comparing(PlannedEpisode::name));
			for (int from = 0; from < those.size(); from += this.mostPerAppointment) {
				List<PlannedEpisode> some = those.subList(from, Math.min(from + this.mostPerAppointment, those.size()));
				appointments.add(new Appointment(
						Appointment.SHARED_PREFIX + MINUTE.format(minute) + "-" + (from / this.mostPerAppointment + 1),
						minute, some.stream().map(PlannedEpisode::aired).toList()));
			}
		});
		return appointments;
	}

	/** The first whole minute at or after an instant, so that nothing fires early. */
	private static Instant minute(Instant instant) {
		Instant minute = instant.truncatedTo(ChronoUnit.MINUTES);
		return minute.equals(instant) ? minute : minute.plus(1, ChronoUnit.MINUTES);
	}

}
