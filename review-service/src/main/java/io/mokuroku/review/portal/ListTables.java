package io.mokuroku.review.portal;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.ProposedLists.Told;
import io.mokuroku.review.desk.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * The lists of an entry, each row with what it is called in corrections.
 */
final class ListTables {

	/** Marks rows that a person has corrected, which machines leave alone. */
	private static final String CORRECTED = "corrected by a reviewer";

	private final Evidence evidence;

	ListTables(Evidence evidence) {
		this.evidence = evidence;
	}

	/**
	 * Episodes in their order; numbers that are missing have rows of their own, and each
	 * source that lists episodes a column.
	 */
	Map<String, Object> episodes(@Nullable Integer count) {
		List<String> sources = List.copyOf(new TreeSet<>(this.evidence.told().keySet()));
		List<String> heads = new ArrayList<>(
				List.of("Number", "Title", "Japanese title", "Aired", "Length", "State", "Kind"));
		sources.forEach((source) -> heads.add(Words.ofSource(source)));
		List<Map<String, Object>> rows = new ArrayList<>();
		int expected = 1;
		LocalDate before = null;
		for (Episode episode : this.evidence.episodes()) {
			boolean regular = episode.number().kind() == EpisodeKind.REGULAR;
			if (regular) {
				int number = episode.number().value().intValue();
				gaps(rows, expected, number - 1, heads.size());
				expected = Math.max(expected, number + 1);
			}
			LocalDate date = episode.airDate();
			boolean early = regular && before != null && date != null && date.isBefore(before.minusDays(1));
			rows.add(episode(episode, early, sources));
			before = (regular && date != null) ? date : before;
		}
		if (count != null) {
			gaps(rows, expected, count, heads.size());
		}
		return corrected(
				PartTables.table(this.evidence.proposed() ? "Episodes as proposed" : "Episodes in the catalogue",
						"No episodes are known yet.", heads, rows),
				"episodeRows");
	}

	private Map<String, Object> episode(Episode episode, boolean early, List<String> sources) {
		String key = episode.number().toString();
		List<String> cells = new ArrayList<>(
				List.of(number(episode), PartTables.text(episode.title()), PartTables.text(episode.titleJapanese()),
						PartTables.text(episode.airDate()) + (early ? " (before the one above)" : ""),
						minutes(episode.durationSeconds()), Words.ofCode(episode.state().name()), flags(episode)));
		sources.forEach((source) -> cells.add(told(episode,
				Objects.requireNonNullElse(this.evidence.told().get(source), Map.<String, Told>of()).get(key))));
		return keyed(PartTables.row(early ? "odd" : "", cells.toArray(String[]::new)), key);
	}

	/** Only what differs is worth reading. */
	private static String told(Episode episode, @Nullable Told told) {
		if (told == null) {
			return "–";
		}
		List<String> differs = new ArrayList<>();
		if (told.title() != null && !told.title().equals(episode.title())) {
			differs.add(told.title());
		}
		if (told.aired() != null && !told.aired().equals(episode.airDate())) {
			differs.add(told.aired().toString());
		}
		return differs.isEmpty() ? "same" : String.join(" · ", differs);
	}

	private static void gaps(List<Map<String, Object>> rows, int from, int to, int columns) {
		if (to >= from) {
			String numbers = (from == to) ? Integer.toString(from) : from + "–" + to;
			List<String> cells = new ArrayList<>(
					List.of(numbers, (from == to) ? "missing" : Words.count(to - from + 1, "episode") + " missing"));
			while (cells.size() < columns) {
				cells.add("");
			}
			rows.add(PartTables.row("gap", cells.toArray(String[]::new)));
		}
	}

	private static String number(Episode episode) {
		BigDecimal value = episode.number().value();
		return (episode.number().kind() == EpisodeKind.REGULAR) ? value.toPlainString()
				: Words.ofCode(episode.number().kind().name()) + " " + value.toPlainString();
	}

	private String flags(Episode episode) {
		List<String> flags = new ArrayList<>();
		if (Boolean.TRUE.equals(episode.details().filler())) {
			flags.add("filler");
		}
		if (Boolean.TRUE.equals(episode.details().recap())) {
			flags.add("recap");
		}
		if (this.evidence.corrections().episodes().isFixed(episode.number())
				|| this.evidence.corrections().episodes().isMoved(episode.number())) {
			flags.add(CORRECTED);
		}
		return String.join(", ", flags);
	}

	Map<String, Object> characters() {
		return corrected(PartTables.table("Characters", "No characters are known yet.",
				List.of("Name", "Native name", "Role", "Voices", "Joined from"),
				this.evidence.characters().stream().map(this::character).toList()), "characterRows");
	}

	private Map<String, Object> character(AnimeCharacter each) {
		boolean fixed = this.evidence.corrections().cast().fixes().containsKey(each.id().toString());
		Map<String, Object> row = keyed(PartTables.row("", each.name(), PartTables.text(each.nameNative()),
				(each.role() != null) ? Words.ofCode(each.role().name()) : "",
				each.voiceActors()
					.stream()
					.map((voice) -> voice.name() + " (" + voice.language() + ")")
					.collect(Collectors.joining(", ")),
				from(each.links(), fixed)), each.id().toString());
		if (each.links().size() > 1) {
			row.put("pages", each.links().stream().map(URI::toString).collect(Collectors.joining(" ")));
		}
		return row;
	}

	Map<String, Object> staff() {
		return corrected(PartTables.table("Staff", "No staff is known yet.",
				List.of("Name", "Native name", "Did", "Joined from"),
				this.evidence.staff().stream().map(this::member).toList()), "staffRows");
	}

	private Map<String, Object> member(StaffMember each) {
		boolean fixed = this.evidence.corrections().crew().fixes().containsKey(each.personId().toString());
		return keyed(PartTables.row("", each.name(), PartTables.text(each.nameNative()),
				each.roles()
					.stream()
					.map((role) -> Words.ofCode(role.role()))
					.distinct()
					.collect(Collectors.joining(", ")),
				from(each.links(), fixed)), each.personId().toString());
	}

	/** What can be typed where a character or a person is meant. */
	List<Map<String, Object>> known() {
		return List.of(
				Map.of("id", "known-characters", "options",
						this.evidence.characters().stream().map((each) -> option(each.id(), each.name())).toList()),
				Map.of("id", "known-staff", "options",
						this.evidence.staff().stream().map((each) -> option(each.personId(), each.name())).toList()));
	}

	private static Map<String, Object> option(UUID id, String name) {
		return Map.of("value", id.toString(), "label", Words.visible(name));
	}

	private static String from(List<URI> links, boolean fixed) {
		String hosts = Links.hosts(links);
		return fixed ? (hosts.isEmpty() ? CORRECTED : hosts + ", " + CORRECTED) : hosts;
	}

	private static Map<String, Object> keyed(Map<String, Object> row, String key) {
		row.put("key", key);
		return row;
	}

	private static Map<String, Object> corrected(Map<String, Object> table, String editor) {
		Map<String, Object> corrected = new HashMap<>(table);
		corrected.put("edits", editor);
		return corrected;
	}

	private static String minutes(@Nullable Integer seconds) {
		return (seconds != null) ? "%d:%02d".formatted(seconds / 60, seconds % 60) : "";
	}

}
