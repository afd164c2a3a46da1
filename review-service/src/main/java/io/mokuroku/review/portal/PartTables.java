package io.mokuroku.review.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * What can be read and not corrected here, as tables.
 */
final class PartTables {

	private PartTables() {
	}

	/** Episodes in their order; numbers that are missing have rows of their own. */
	static Map<String, Object> episodes(List<Episode> episodes, @Nullable Integer count) {
		List<Map<String, Object>> rows = new ArrayList<>();
		int expected = 1;
		LocalDate before = null;
		for (Episode episode : episodes) {
			if (episode.number().kind() == EpisodeKind.REGULAR) {
				int number = episode.number().value().intValue();
				gaps(rows, expected, number - 1);
				expected = Math.max(expected, number + 1);
			}
			LocalDate date = episode.airDate();
			boolean early = before != null && date != null && date.isBefore(before.minusDays(1));
			rows.add(row(early ? "odd" : "", number(episode), text(episode.title()), text(episode.titleJapanese()),
					text(date) + (early ? " (before the one above)" : ""), minutes(episode.durationSeconds()),
					Words.ofCode(episode.state().name()), flags(episode)));
			before = (date != null) ? date : before;
		}
		if (count != null) {
			gaps(rows, expected, count);
		}
		return table("Episodes in the catalogue", "No episodes are known yet.",
				List.of("Number", "Title", "Japanese title", "Aired", "Length", "State", "Kind"), rows);
	}

	private static void gaps(List<Map<String, Object>> rows, int from, int to) {
		if (to >= from) {
			String numbers = (from == to) ? Integer.toString(from) : from + "–" + to;
			rows.add(row("gap", numbers, (from == to) ? "missing" : Words.count(to - from + 1, "episode") + " missing",
					"", "", "", "", ""));
		}
	}

	private static String number(Episode episode) {
		BigDecimal value = episode.number().value();
		return (episode.number().kind() == EpisodeKind.REGULAR) ? value.toPlainString()
				: Words.ofCode(episode.number().kind().name()) + " " + value.toPlainString();
	}

	private static String flags(Episode episode) {
		String filler = Boolean.TRUE.equals(episode.details().filler()) ? "filler " : "";
		return (filler + (Boolean.TRUE.equals(episode.details().recap()) ? "recap" : "")).strip();
	}

	static Map<String, Object> statistics(AnimeEntry entry) {
		List<Map<String, Object>> rows = new ArrayList<>();
		entry.details()
			.statistics()
			.forEach((provider, said) -> rows.add(statistics(Words.ofSource(provider.name()), said)));
		return table("Figures of each provider", "No provider told figures.",
				List.of("Provider", "Score", "Votes", "Rank", "Popularity", "Members", "Favourites"), rows);
	}

	private static Map<String, Object> statistics(String provider, Statistics said) {
		return row("", provider, text(said.score()), text(said.votes()), text(said.rank()), text(said.popularityRank()),
				text(said.members()), text(said.favourites()));
	}

	static Map<String, Object> media(Media media) {
		List<Map<String, Object>> rows = new ArrayList<>();
		media.openings().forEach((song) -> rows.add(row("", "Opening", song.raw())));
		media.endings().forEach((song) -> rows.add(row("", "Ending", song.raw())));
		media.trailers()
			.forEach((video) -> rows.add(row("", "Trailer", Words.ofCode(video.site()) + " " + video.id())));
		media.streaming().forEach((link) -> rows.add(row("", "Streaming", link.platform() + " " + link.url())));
		media.externalLinks().forEach((name, page) -> rows.add(row("", "Page", name + " " + page)));
		return table("Songs, videos and pages", "No songs, videos or pages are known.", List.of("Kind", "What"), rows);
	}

	static Map<String, Object> characters(List<AnimeCharacter> characters) {
		return table("Characters", "No characters are known yet.",
				List.of("Name", "Native name", "Role", "Voices", "Joined from"),
				characters.stream()
					.map((each) -> row("", each.name(), text(each.nameNative()),
							(each.role() != null) ? Words.ofCode(each.role().name()) : "",
							each.voiceActors()
								.stream()
								.map((voice) -> voice.name() + " (" + voice.language() + ")")
								.collect(Collectors.joining(", ")),
							Links.hosts(each.links())))
					.toList());
	}

	static Map<String, Object> staff(List<StaffMember> staff) {
		return table("Staff", "No staff is known yet.", List.of("Name", "Native name", "Did", "Joined from"),
				staff.stream()
					.map((each) -> row("", each.name(), text(each.nameNative()),
							each.roles()
								.stream()
								.map((role) -> Words.ofCode(role.role()))
								.distinct()
								.collect(Collectors.joining(", ")),
							Links.hosts(each.links())))
					.toList());
	}

	/** What every source said of every field. */
	static Map<String, Object> said(List<FieldChoice> choices) {
		List<Map<String, Object>> rows = new ArrayList<>();
		choices.forEach((choice) -> choice.said()
			.forEach((said) -> rows.add(row("", EditableFields.labelOf(choice.field()), Words.ofSource(said.source()),
					said.value(), Words.time(said.at())))));
		return table("What sources said", "Nothing was kept of what sources said.",
				List.of("Field", "Source", "Said", "Fetched"), rows);
	}

	static Map<String, Object> stages(AnimeEntry entry) {
		List<Map<String, Object>> rows = new ArrayList<>();
		entry.details()
			.stages()
			.forEach((stage,
					result) -> rows.add(row((result.status() == StageResult.Status.FAILED) ? "odd" : "",
							Words.ofCode(stage.name()), Words.ofCode(result.status().name()),
							result.sources()
								.stream()
								.map((source) -> Words.ofSource(source.name()))
								.collect(Collectors.joining(", ")),
							String.join(", ", result.errors()), Words.time(result.at()))));
		return table("How it was put together", "It was not put together by stages.",
				List.of("Stage", "Went", "Heard", "Errors", "At"), rows);
	}

	private static Map<String, Object> table(String title, String empty, List<String> heads,
			List<Map<String, Object>> rows) {
		return Map.of("title", title, "empty", empty, "heads", heads, "rows", rows);
	}

	private static Map<String, Object> row(String style, String... cells) {
		Map<String, Object> row = new HashMap<>();
		row.put("cells", List.of(cells).stream().map(Words::visible).toList());
		if (!style.isEmpty()) {
			row.put("class", style);
		}
		return row;
	}

	private static String minutes(@Nullable Integer seconds) {
		return (seconds != null) ? "%d:%02d".formatted(seconds / 60, seconds % 60) : "";
	}

	private static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
