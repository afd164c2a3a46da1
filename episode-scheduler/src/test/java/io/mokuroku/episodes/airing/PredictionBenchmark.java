package io.mokuroku.episodes.airing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.github.luben.zstd.ZstdInputStream;
import io.mokuroku.catalogue.Broadcast;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many airings the weekly slot alone predicts to the minute, measured against
 * schedules of others. It takes two files, compressed with zstd or not: works with
 * broadcast rules, a JSON object a line, and a list of shows with their airings.
 */
final class PredictionBenchmark {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final LocalTime DAWN = LocalTime.of(6, 0);

	private PredictionBenchmark() {
	}

	public static void main(String[] args) throws IOException {
		rules(Path.of(args[0]));
		schedule(Path.of(args[1]));
	}

	/**
	 * Predicts the last airing of each finished work by the slot of its first.
	 */
	private static void rules(Path file) throws IOException {
		Map<String, Integer> causes = new TreeMap<>();
		int late = 0;
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				JsonNode work = JSON.readTree(line);
				String[] rule = work.path("broadcast").asString("").split("/", -1);
				String end = work.path("end").asString("");
				if (rule.length != 3 || end.isEmpty()) {
					continue;
				}
				Instant first = Instant.parse(rule[1]);
				Instant last = Instant.parse(end);
				ZonedDateTime start = first.atZone(Broadcast.JAPAN);
				late += start.toLocalTime().isBefore(DAWN) ? 1 : 0;
				Broadcast slot = new Broadcast(start.getDayOfWeek(), start.toLocalTime(), Broadcast.JAPAN);
				Instant predicted = slot.nextAtOrAfter(last.minus(Duration.ofHours(84)));
				Duration off = Duration.between(predicted, last);
				causes.merge(!rule[2].equals("P7D") ? "not weekly " + rule[2]
						: isEnd(off) ? "to the minute, its end told" : cause(off), 1, Integer::sum);
			}
		}
		print("last airings of finished works by the slot of the first (" + late + " of them before 6:00 in Japan)",
				causes);
	}

	/** Many works tell when the programme of their last airing ended. */
	private static boolean isEnd(Duration off) {
		return off.isPositive() && off.compareTo(Duration.ofMinutes(30)) <= 0;
	}

	/** Predicts each airing by the one before. */
	private static void schedule(Path file) throws IOException {
		Map<String, Integer> causes = new TreeMap<>();
		try (InputStream in = open(file)) {
			for (JsonNode show : JSON.readTree(in)) {
				List<JsonNode> airings = new ArrayList<>();
				show.path("airingSchedule").path("nodes").forEach(airings::add);
				airings.sort(Comparator.comparingInt((JsonNode airing) -> airing.path("episode").asInt()));
				for (int i = 1; i < airings.size(); i++) {
					Instant before = at(airings.get(i - 1));
					Instant actual = at(airings.get(i));
					int steps = airings.get(i).path("episode").asInt() - airings.get(i - 1).path("episode").asInt();
					causes.merge(cause(before, actual, steps), 1, Integer::sum);
				}
			}
		}
		print("airings by the one before", causes);
	}

	private static String cause(Instant before, Instant actual, int steps) {
		if (actual.equals(before)) {
			return "several at once";
		}
		Instant predicted = Broadcast.weeksAfter(before, Broadcast.JAPAN, before.plus(Duration.ofDays(7L * steps - 1)));
		Duration off = Duration.between(predicted, actual);
		if (!off.isZero() && off.toSeconds() % Duration.ofDays(7).toSeconds() == 0) {
			return off.isNegative() ? "numbers left out" : "break of %d weeks".formatted(off.toDays() / 7);
		}
		return cause(off);
	}

	private static String cause(Duration off) {
		Duration distance = off.abs();
		if (distance.isZero()) {
			return "to the minute";
		}
		if (distance.compareTo(Agreement.SAME_TIME) <= 0) {
			return "moved, at most 10 minutes";
		}
		return (distance.compareTo(Duration.ofHours(6)) <= 0) ? "moved, at most 6 hours" : "another day";
	}

	private static void print(String what, Map<String, Integer> causes) {
		int all = causes.values().stream().mapToInt(Integer::intValue).sum();
		System.out.printf("%s: %d%n", what, all);
		causes.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
			.forEach((cause) -> System.out.printf("  %-28s %5d  %5.1f %%%n", cause.getKey(), cause.getValue(),
					100.0 * cause.getValue() / all));
	}

	private static Instant at(JsonNode airing) {
		return Instant.ofEpochSecond(airing.path("airingAt").asLong());
	}

	private static InputStream open(Path file) throws IOException {
		InputStream in = Files.newInputStream(file);
		return file.toString().endsWith(".zst") ? new ZstdInputStream(in) : in;
	}

}
