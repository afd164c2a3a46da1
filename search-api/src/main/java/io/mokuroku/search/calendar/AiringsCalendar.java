package io.mokuroku.search.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.mokuroku.catalogue.Delay;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * A calendar in the form of RFC 5545, for programs that people keep theirs in. An episode
 * keeps its UID whatever becomes of its time, and the version of its entry is its
 * SEQUENCE, so that a program that has it moves it instead of adding another. The same
 * catalogue gives the same bytes.
 */
final class AiringsCalendar {

	/** The media type. */
	static final String MEDIA_TYPE = "text/calendar";

	private static final Duration REFRESH = Duration.ofHours(1);

	private static final int USUAL_SECONDS = 24 * 60;

	private AiringsCalendar() {
	}

	/** The calendar of what was found. */
	static byte[] of(ReadCalendar.Found found) {
		Calendar calendar = new Calendar();
		calendar.add(new ProdId("-//Mokuroku//Airings//EN"));
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(new XProperty("X-WR-CALNAME", "Anime airings"));
		calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
		calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
		for (Slot slot : found.slots()) {
			VEvent event = event(slot);
			if (event != null) {
				calendar.add(event);
			}
		}
		StringWriter text = new StringWriter();
		try {
			new CalendarOutputter(false).output(calendar, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	/** None for a break of which neither the episode nor the first day is known. */
	private static @Nullable VEvent event(Slot slot) {
		AiringAnime anime = slot.anime();
		Delay delay = anime.airing().delay();
		LocalDate missed = (slot.state() == Slot.State.TO_BE_ANNOUNCED && slot.first() != null && delay != null)
				? delay.from() : null;
		LocalDate day = (slot.day() != null) ? slot.day() : missed;
		if (slot.at() == null && day == null) {
			return null;
		}
		VEvent event = new VEvent(false);
		event.add(new Uid(slot.id() + "@mokuroku"));
		event.add(new DtStamp(anime.updatedAt().truncatedTo(ChronoUnit.SECONDS)));
		event.add(new LastModified(anime.updatedAt().truncatedTo(ChronoUnit.SECONDS)));
		event.add(new Sequence(Math.toIntExact(Math.min(anime.version(), Integer.MAX_VALUE))));
		if (slot.at() != null) {
			Instant start = slot.at().truncatedTo(ChronoUnit.SECONDS);
			event.add(new DtStart<>(start));
			event.add(new DtEnd<>(start.plusSeconds(seconds(slot))));
		}
		else if (day != null) {
			event.add(new DtStart<>(day));
		}
		event.add(new Summary(line(summary(slot))));
		event.add(new Description(line(description(slot, delay))));
		event.add(new Status(status(slot)));
		event.add(new Transp("TRANSPARENT"));
		anime.sources().stream().findFirst().ifPresent((link) -> event.add(new Url(link.canonical())));
		return event;
	}

	private static long seconds(Slot slot) {
		Integer length = slot.anime().durationSeconds();
		int episodes = (slot.first() != null && slot.last() != null) ? slot.last() - slot.first() + 1 : 1;
		return (long) ((length != null && length > 0) ? length : USUAL_SECONDS) * episodes;
	}

	private static String summary(Slot slot) {
		String title = slot.anime().title();
		if (slot.first() == null) {
			return title;
		}
		return slot.first().equals(slot.last()) ? title + ", episode " + slot.first()
				: title + ", episodes " + slot.first() + " to " + slot.last();
	}

	private static String description(Slot slot, @Nullable Delay delay) {
		String sure = switch (slot.state()) {
			case ANNOUNCED -> "Announced.";
			case EXPECTED -> "Expected, not announced.";
			case TO_BE_ANNOUNCED -> "In a break; the date is to be announced.";
		};
		return (delay != null && delay.reason() != null) ? sure + " " + delay.reason() : sure;
	}

	private static String status(Slot slot) {
		return switch (slot.state()) {
			case ANNOUNCED -> "CONFIRMED";
			case EXPECTED -> "TENTATIVE";
			case TO_BE_ANNOUNCED -> "CANCELLED";
		};
	}

	/** Titles come from elsewhere: one line of them, without what no text may hold. */
	private static String line(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ").strip();
	}

}
