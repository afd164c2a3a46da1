package io.mokuroku.catalogue.correction;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.correction.PartEdits.EpisodeRow;
import io.mokuroku.catalogue.correction.PartEdits.EpisodeShift;
import org.jspecify.annotations.Nullable;

/**
 * What corrections of episodes come to, for the list a reviewer saw.
 *
 * @param moved the numbers that change, to what they become; {@value #NOT_LISTED} for
 * those that go
 * @param fixes what is corrected, by the number an episode has afterwards
 */
public record EpisodeChange(Map<String, String> moved, Map<String, EpisodeFix> fixes) {

	/** Stands for the number of what is no episode. */
	static final String NOT_LISTED = "";

	public EpisodeChange {
		moved = Map.copyOf(moved);
		fixes = Map.copyOf(fixes);
	}

	/**
	 * What corrections change in a list.
	 * @throws IllegalArgumentException if an episode would have a number that is none
	 */
	public static EpisodeChange of(List<Episode> shown, PartEdits edits) {
		Map<String, EpisodeRow> rows = new TreeMap<>();
		edits.episodeRows().forEach((row) -> rows.put(PartEdits.number(row.episode()).toString(), row));
		Map<String, String> moved = new HashMap<>();
		Map<String, EpisodeFix> fixes = new HashMap<>();
		for (Episode episode : shown) {
			String number = episode.number().toString();
			EpisodeRow row = rows.remove(number);
			if (row != null && row.isRemoved()) {
				moved.put(number, NOT_LISTED);
				continue;
			}
			String becomes = (row != null && row.to() != null) ? PartEdits.number(row.to()).toString()
					: shifted(episode.number(), edits.episodeShifts()).toString();
			if (!becomes.equals(number)) {
				moved.put(number, becomes);
			}
			EpisodeFix fix = new EpisodeFix(null, null, dated(episode, edits.episodeShifts()))
				.and((row != null) ? EpisodeFix.of(row) : EpisodeFix.NONE);
			if (!fix.equals(EpisodeFix.NONE)) {
				fixes.put(becomes, fix);
			}
		}
		rows.values()
			.stream()
			.filter((row) -> !row.isRemoved())
			.forEach((row) -> fixes.put(PartEdits.number((row.to() != null) ? row.to() : row.episode()).toString(),
					EpisodeFix.of(row)));
		return new EpisodeChange(moved, fixes);
	}

	/** The numbers the episodes of a list have afterwards, some perhaps twice. */
	public List<String> numbers(List<Episode> shown) {
		List<String> numbers = new ArrayList<>();
		shown.forEach((episode) -> numbers.add(becomes(episode.number())));
		numbers.removeIf(NOT_LISTED::equals);
		return numbers;
	}

	private String becomes(EpisodeNumber number) {
		return this.moved.getOrDefault(number.toString(), number.toString());
	}

	/** A list with what is moved moved and what goes gone; nothing else is corrected. */
	public List<Episode> move(List<Episode> shown) {
		Map<EpisodeNumber, Episode> moved = new TreeMap<>();
		shown.stream()
			.filter((episode) -> !this.moved.containsKey(episode.number().toString()))
			.forEach((episode) -> moved.put(episode.number(), episode));
		for (Episode episode : shown) {
			String becomes = this.moved.get(episode.number().toString());
			if (becomes != null && !becomes.equals(NOT_LISTED)) {
				Episode there = episode.with(PartEdits.number(becomes));
				moved.put(there.number(), there);
			}
		}
		return List.copyOf(moved.values());
	}

	private static EpisodeNumber shifted(EpisodeNumber number, List<EpisodeShift> shifts) {
		EpisodeNumber shifted = number;
		for (EpisodeShift shift : shifts) {
			if (shift.numbers() != null && isIn(number, shift)) {
				shifted = new EpisodeNumber(shifted.kind(), shifted.value().add(BigDecimal.valueOf(shift.numbers())));
			}
		}
		return shifted;
	}

	private static @Nullable LocalDate dated(Episode episode, List<EpisodeShift> shifts) {
		LocalDate before = episode.airDate();
		if (before == null) {
			return null;
		}
		LocalDate date = before;
		for (EpisodeShift shift : shifts) {
			date = (shift.days() != null && isIn(episode.number(), shift)) ? date.plusDays(shift.days()) : date;
		}
		return date.equals(before) ? null : date;
	}

	private static boolean isIn(EpisodeNumber number, EpisodeShift shift) {
		EpisodeNumber from = PartEdits.number(shift.from());
		EpisodeNumber to = PartEdits.number(shift.to());
		return number.kind() == from.kind() && number.kind() == to.kind() && number.value().compareTo(from.value()) >= 0
				&& number.value().compareTo(to.value()) <= 0;
	}

}
