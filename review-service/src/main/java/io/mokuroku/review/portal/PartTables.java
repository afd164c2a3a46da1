package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * What can be read and not corrected here, as tables.
 */
final class PartTables {

	private PartTables() {
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

	static Map<String, Object> table(String title, String empty, List<String> heads, List<Map<String, Object>> rows) {
		return Map.of("title", title, "empty", empty, "heads", heads, "rows", rows);
	}

	static Map<String, Object> row(String style, String... cells) {
		Map<String, Object> row = new HashMap<>();
		row.put("cells", List.of(cells).stream().map(Words::visible).toList());
		if (!style.isEmpty()) {
			row.put("class", style);
		}
		return row;
	}

	static String text(@Nullable Object value) {
		return (value != null) ? value.toString() : "";
	}

}
