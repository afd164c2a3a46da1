package io.mokuroku.local.upstream;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers what is asked of AnimeSchedule: timetables of a week, and titles by their ids
 * elsewhere. Subtitled episodes come an hour after the broadcast; there are no dubbed
 * ones. Every {@value #DELAYED_OF}th running title is late: its rows of the second week
 * from now say that they are put off. Where others disagree about the number of episodes,
 * it tells none, so that nobody has the majority.
 */
final class AnimeScheduleAnswers {

	static final int DELAYED_OF = 9;

	private static final String NEVER = "0001-01-01T00:00:00Z";

	private static final Pattern TIMETABLE = Pattern.compile("/timetables/(raw|sub|dub)");

	private final List<SampleTitle> titles;

	private final InstantSource clock;

	AnimeScheduleAnswers(List<SampleTitle> titles, InstantSource clock) {
		this.titles = titles;
		this.clock = clock;
	}

	Answer answer(String path, Map<String, String> query) {
		Matcher timetable = TIMETABLE.matcher(path);
		if (timetable.matches()) {
			return timetable(timetable.group(1), query);
		}
		if (path.equals("/anime")) {
			ObjectNode page = Answer.object().put("page", 1);
			ArrayNode found = page.putArray("anime");
			this.titles.stream().filter((title) -> isAsked(title, query)).forEach((title) -> found.add(show(title)));
			return Answer.json(200, "application/json", page.put("totalAmount", found.size()));
		}
		return this.titles.stream()
			.filter((title) -> path.equals("/anime/" + route(title)))
			.findFirst()
			.map((title) -> Answer.json(200, "application/json", show(title)))
			.orElseGet(() -> error(404, "Not found"));
	}

	private static boolean isAsked(SampleTitle title, Map<String, String> query) {
		return Long.toString(title.mal()).equals(query.get("mal-ids"))
				|| String.valueOf(title.anilist()).equals(query.get("anilist-ids"));
	}

	private Answer timetable(String kind, Map<String, String> query) {
		LocalDate monday;
		try {
			monday = LocalDate.of(Integer.parseInt(query.getOrDefault("year", "")), 1, 4)
				.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Long.parseLong(query.getOrDefault("week", "")))
				.with(DayOfWeek.MONDAY);
		}
		catch (NumberFormatException | DateTimeException ex) {
			return error(400, "year and week are needed");
		}
		Instant from = monday.atStartOfDay().toInstant(ZoneOffset.UTC);
		Duration after = kind.equals("sub") ? Duration.ofHours(1) : Duration.ZERO;
		ArrayNode rows = JsonMapper.shared().createArrayNode();
		for (SampleTitle title : kind.equals("dub") ? List.<SampleTitle>of() : this.titles) {
			new EpisodeGuide(title, this.clock.instant()).between(from, from.plus(7, ChronoUnit.DAYS))
				.forEach((airing) -> rows.add(row(title, airing, kind, after)));
		}
		return new Answer(200, "application/json", JsonMapper.shared().writeValueAsBytes(rows));
	}

	private ObjectNode row(SampleTitle title, EpisodeGuide.Airing airing, String kind, Duration after) {
		Instant soon = this.clock.instant().plus(7, ChronoUnit.DAYS);
		boolean late = title.mal() % DELAYED_OF == 0 && airing.at().isAfter(soon)
				&& airing.at().isBefore(soon.plus(7, ChronoUnit.DAYS));
		ObjectNode node = Answer.object()
			.put("title", title.title())
			.put("route", route(title))
			.put("romaji", title.title())
			.put("english", title.english())
			.put("native", title.japanese());
		node.put("delayedText", late ? "On Break" : "")
			.put("delayedFrom", late ? airing.at().toString() : NEVER)
			.put("delayedUntil", late ? airing.at().plus(7, ChronoUnit.DAYS).toString() : NEVER)
			.put("status", late ? "Delayed" : "Ongoing")
			.put("episodeDate", airing.at().plus(after).toString())
			.put("episodeNumber", airing.number());
		if (title.episodes() != null) {
			node.put("episodes", title.episodes());
		}
		node.put("lengthMin", title.durationMinutes()).put("donghua", false).put("airType", kind);
		node.putArray("mediaTypes").addObject().put("name", "TV").put("route", "tv");
		node.set("websites", websites(title));
		return node.put("airingStatus",
				late ? "delayed-air" : airing.at().isAfter(this.clock.instant()) ? "unaired" : "aired");
	}

	private static ObjectNode show(SampleTitle title) {
		ObjectNode node = Answer.object().put("route", route(title)).put("title", title.title());
		node.put("description", title.synopsis()).put("year", title.year());
		node.put("episodes", (title.conflict() == null) ? title.episodes() : null);
		node.put("lengthMin", title.durationMinutes());
		node.put("status", switch (title.status()) {
			case FINISHED -> "Finished";
			case ONGOING -> "Ongoing";
			case UPCOMING -> "Upcoming";
		});
		node.putObject("names")
			.put("romaji", title.title())
			.put("english", title.english())
			.put("native", title.japanese());
		node.set("websites", websites(title));
		return node;
	}

	/** Addresses without a scheme, as it writes them. */
	private static ObjectNode websites(SampleTitle title) {
		ObjectNode sites = Answer.object().put("mal", "myanimelist.net/anime/" + title.mal());
		return (title.anilist() != null) ? sites.put("aniList", "anilist.co/anime/" + title.anilist()) : sites;
	}

	private static String route(SampleTitle title) {
		return KitsuAnime.slug(title.title());
	}

	private static Answer error(int status, String message) {
		return Answer.json(status, "application/json", Answer.object().put("error", message));
	}

}
