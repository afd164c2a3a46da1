package io.mokuroku.upstream.animeschedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.SamePages;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What shows and timetables say in the same words.
 */
final class AnimeScheduleWords {

	/** A break that ends in years is written down where none has an end. */
	private static final int YEARS_WITHOUT_END = 2;

	private static final String CHINESE = " (Chinese)";

	private AnimeScheduleWords() {
	}

	/** {@code TV (Chinese)} is a kind of TV. */
	static AnimeType type(@Nullable List<AnimeScheduleShow.Named> types, Notes notes) {
		String name = firstName(types);
		return Labels.TYPE.of((name != null) ? name.replace(CHINESE, "") : null, AnimeType.UNKNOWN, notes);
	}

	/** The country a type tells, as ISO 3166. */
	static @Nullable String country(@Nullable List<AnimeScheduleShow.Named> types) {
		String name = firstName(types);
		return (name != null && name.endsWith(CHINESE)) ? "CN" : null;
	}

	static @Nullable String firstName(@Nullable List<AnimeScheduleShow.Named> named) {
		return names(named).stream().findFirst().orElse(null);
	}

	static List<String> names(@Nullable List<AnimeScheduleShow.Named> named) {
		return Values
			.texts(Values.<AnimeScheduleShow.Named>each(named).stream().map(AnimeScheduleShow.Named::name).toList());
	}

	/** The pages of databases among its links. */
	static List<SourceLink> sameAs(@Nullable Map<String, Object> websites) {
		List<String> addresses = new ArrayList<>();
		Objects.requireNonNullElse(websites, Map.<String, Object>of()).values().forEach((value) -> {
			if (value instanceof String address) {
				addresses.add(address);
			}
		});
		return SamePages.among(Provider.ANIMESCHEDULE, addresses);
	}

	/**
	 * The break that the dates and the text tell, if there is one.
	 * @param indefinite whether it is said to have no end
	 */
	static AiringFacts.@Nullable Delay delay(@Nullable String from, @Nullable String until, @Nullable String text,
			boolean indefinite, Notes notes) {
		LocalDate first = date(Dates.instant(from, notes));
		LocalDate last = date(Dates.instant(until, notes));
		String reason = Values.text(text);
		if (first == null && last == null && reason == null && !indefinite) {
			return null;
		}
		boolean endless = indefinite || Values.folded(reason).contains("indefinite")
				|| (first != null && last != null && last.isAfter(first.plusYears(YEARS_WITHOUT_END)));
		return new AiringFacts.Delay(first, endless ? null : last, reason, endless || last == null);
	}

	/** Its breaks begin and end with airings, whose days are those of Japan. */
	private static @Nullable LocalDate date(@Nullable Instant instant) {
		return (instant != null) ? LocalDate.ofInstant(instant, Broadcast.JAPAN) : null;
	}

}
