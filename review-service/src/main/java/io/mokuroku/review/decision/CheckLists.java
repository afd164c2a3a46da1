package io.mokuroku.review.decision;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.EpisodeChange;
import io.mokuroku.catalogue.correction.PartEdits;
import io.mokuroku.catalogue.correction.PartEdits.CharacterRow;
import io.mokuroku.catalogue.correction.PartEdits.EpisodeRow;
import io.mokuroku.catalogue.correction.PartEdits.EpisodeShift;
import io.mokuroku.catalogue.correction.PartEdits.StaffRow;
import io.mokuroku.review.task.Edits;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules of corrections of lists that a schema cannot say: that the rows they name are
 * there, and that what comes of them is a list.
 */
final class CheckLists {

	/** An answer of the workflow holds 256 KiB, and a task keeps several decisions. */
	private static final int MOST_BYTES = 100_000;

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final Corrections.Shown shown;

	private final List<Fault> faults;

	private CheckLists(Corrections.Shown shown, List<Fault> faults) {
		this.shown = shown;
		this.faults = faults;
	}

	/** Corrections, of good form, in the words of the catalogue. */
	static PartEdits read(Edits edits) {
		return MAPPER.convertValue(edits.values(), PartEdits.class);
	}

	/** Adds what is wrong with corrections of lists. */
	static void check(Edits edits, Corrections.Shown shown, List<Fault> faults) {
		if (MAPPER.writeValueAsString(edits).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
			faults.add(new Fault("edits", "must be less: they have more than %d bytes".formatted(MOST_BYTES)));
			return;
		}
		if (!areDays(edits, faults)) {
			return;
		}
		PartEdits lists = read(edits);
		CheckLists check = new CheckLists(shown, faults);
		check.episodes(lists);
		check.characters(lists.characterRows());
		check.staff(lists.staffRows());
	}

	private static boolean areDays(Edits edits, List<Fault> faults) {
		List<?> rows = (edits.values().get("episodeRows") instanceof List<?> list) ? list : List.of();
		int before = faults.size();
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i) instanceof Map<?, ?> row && row.get("aired") instanceof String day && !isDay(day)) {
				faults.add(new Fault("edits.episodeRows.%d.aired".formatted(i), "must be a day of the calendar"));
			}
		}
		return faults.size() == before;
	}

	private static boolean isDay(String text) {
		try {
			LocalDate.parse(text);
			return true;
		}
		catch (DateTimeException _) {
			return false;
		}
	}

	private void episodes(PartEdits edits) {
		if (edits.episodeRows().isEmpty() && edits.episodeShifts().isEmpty()) {
			return;
		}
		int before = this.faults.size();
		shifts(edits.episodeShifts());
		Set<EpisodeNumber> known = this.shown.episodes()
			.stream()
			.map((each) -> each.number())
			.collect(Collectors.toSet());
		Set<EpisodeNumber> named = new HashSet<>();
		for (int i = 0; i < edits.episodeRows().size(); i++) {
			EpisodeRow row = edits.episodeRows().get(i);
			EpisodeNumber number = PartEdits.number(row.episode());
			if (!named.add(number)) {
				fault("episodeRows", i, "episode", "must not be corrected twice");
			}
			if (!known.contains(number) && (row.isRemoved() || row.to() != null)) {
				fault("episodeRows", i, "episode", "must be an episode of the list");
			}
		}
		if (this.faults.size() == before) {
			numbers(edits, named.stream().filter((number) -> !known.contains(number)).toList());
		}
	}

	private void shifts(List<EpisodeShift> shifts) {
		for (int i = 0; i < shifts.size(); i++) {
			EpisodeNumber from = PartEdits.number(shifts.get(i).from());
			EpisodeNumber to = PartEdits.number(shifts.get(i).to());
			if (from.kind() != to.kind() || from.value().compareTo(to.value()) > 0) {
				fault("episodeShifts", i, "to", "must not lie before the first, and be of its kind");
			}
		}
	}

	private void numbers(PartEdits edits, List<EpisodeNumber> added) {
		String about = edits.episodeShifts().isEmpty() ? "edits.episodeRows" : "edits.episodeShifts";
		try {
			EpisodeChange change = EpisodeChange.of(this.shown.episodes(), edits);
			Set<String> once = new HashSet<>();
			Stream.concat(change.numbers(this.shown.episodes()).stream(), added.stream().map(EpisodeNumber::toString))
				.filter((number) -> !once.add(number))
				.findFirst()
				.ifPresent((number) -> this.faults
					.add(new Fault(about, "must not give two episodes the number %s; remove one of them"
						.formatted(number.replace("regular:", "")))));
		}
		catch (IllegalArgumentException _) {
			this.faults.add(new Fault(about, "must not give an episode a number below 0"));
		}
	}

	private void characters(List<CharacterRow> rows) {
		for (int i = 0; i < rows.size(); i++) {
			CharacterRow row = rows.get(i);
			Optional<AnimeCharacter> character = character(row.character());
			if (character.isEmpty()) {
				fault("characterRows", i, "character", "must be a character of the list");
				continue;
			}
			if (row.split() != null
					&& (character.get().links().size() < 2 || !character.get().links().contains(row.split()))) {
				fault("characterRows", i, "split", "must be one of several pages this character was joined from");
			}
			if (row.join() != null && (row.join().equals(row.character()) || character(row.join()).isEmpty())) {
				fault("characterRows", i, "join", "must be another character of the list");
			}
		}
	}

	private Optional<AnimeCharacter> character(String id) {
		return this.shown.characters().stream().filter((each) -> each.id().toString().equals(id)).findFirst();
	}

	private void staff(List<StaffRow> rows) {
		Set<String> known = new HashSet<>();
		this.shown.staff().forEach((member) -> known.add(member.personId().toString()));
		for (int i = 0; i < rows.size(); i++) {
			StaffRow row = rows.get(i);
			if (row.person() != null && !known.contains(row.person())) {
				fault("staffRows", i, "person", "must be a person of the list");
			}
			if (row.person() == null && row.name() == null) {
				fault("staffRows", i, "name", "must be given for somebody who is missing");
			}
		}
	}

	private void fault(String list, int row, String column, String rule) {
		this.faults.add(new Fault("edits.%s.%d.%s".formatted(list, row, column), rule));
	}

}
