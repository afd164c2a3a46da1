package io.mokuroku.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import io.mokuroku.upstream.anidb.AniDbReading;
import io.mokuroku.upstream.anilist.AniListReading;
import io.mokuroku.upstream.animeschedule.AnimeScheduleReading;
import io.mokuroku.upstream.jikan.JikanReading;
import io.mokuroku.upstream.kitsu.KitsuReading;
import io.mokuroku.upstream.wire.Reply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Reads recorded answers, which belong to others and are not part of this project. A
 * folder of them with a {@code manifest.tsv} (file, provider, endpoint, status, …) is
 * given by the system property {@code mokuroku.recorded}; without it this is skipped.
 */
class RecordedResponsesTests {

	private static final Map<String, Reading> READINGS = Map.of("jikan", new JikanReading(), "kitsu",
			new KitsuReading(), "anilist", new AniListReading(), "animeschedule", new AnimeScheduleReading(), "anidb",
			new AniDbReading());

	private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

	private static final Pattern CASSETTE = Pattern
		.compile("string: !!binary \\|\\n(?<body>(?:\\s+[A-Za-z0-9+/=]+\\n)+)" + "(?s:.*)\\n\\s+code: (?<status>\\d+)");

	@Test
	void readsEveryRecordedAnswer() throws IOException {
		String folder = System.getProperty("mokuroku.recorded");
		assumeTrue(folder != null, "no folder of recorded answers is given by -Dmokuroku.recorded");
		Map<String, Report> reports = new TreeMap<>();
		for (String line : Files.readAllLines(Path.of(folder, "manifest.tsv")).stream().skip(1).toList()) {
			String[] columns = line.split("\t", -1);
			Report report = reports.computeIfAbsent(columns[1], (provider) -> new Report());
			report.read(columns[1], columns[0], columns[2], Files.readAllBytes(Path.of(folder, columns[0])));
		}
		reports.forEach((provider, report) -> System.out.println(report.summary(provider)));
		assertThat(reports.values()).isNotEmpty().allSatisfy((report) -> assertThat(report.failures).isEmpty());
	}

	private static final class Report {

		private final Map<String, Integer> unrecognised = new TreeMap<>();

		private final List<String> failures = new ArrayList<>();

		private int files;

		private int read;

		private int told;

		private int missing;

		private int neverAsked;

		private void read(String provider, String file, String endpoint, byte[] recorded) {
			this.files++;
			Notes notes = new Notes(provider,
					(source, what, text) -> this.unrecognised.merge(what + "=" + text, 1, Integer::sum));
			try {
				Reply reply = reply(file, recorded);
				switch (dialect(provider).judge(reply, Instant.EPOCH)) {
					case Verdict.Missing _ -> this.missing++;
					case Verdict.Good _ -> count(Objects.requireNonNull(READINGS.get(provider), provider)
						.read(endpoint, reply.body(), notes));
					case Verdict.TooFast _, Verdict.Unavailable _, Verdict.Refused _ ->
						this.failures.add(file + ": judged a refusal");
				}
			}
			catch (IOException | RuntimeException ex) {
				this.failures.add(file + ": " + ex);
			}
		}

		/** An answer about nothing is how lists say that something is missing. */
		private void count(int these) {
			if (these < 0) {
				this.neverAsked++;
			}
			else if (these == 0) {
				this.missing++;
			}
			else {
				this.read++;
				this.told += these;
			}
		}

		private String summary(String provider) {
			return "%s: files=%d read=%d told=%d missing=%d never-asked=%d failed=%d unrecognised=%s".formatted(
					provider, this.files, this.read, this.told, this.missing, this.neverAsked, this.failures.size(),
					this.unrecognised);
		}

		private static Dialect dialect(String provider) {
			return switch (provider) {
				case "anilist" -> Dialects.aniList();
				case "anidb" -> Dialects.aniDb();
				default -> Dialects.http();
			};
		}

		/** Most files hold a body, some the whole exchange as text. */
		private static Reply reply(String file, byte[] recorded) throws IOException {
			if (!file.endsWith(".yaml")) {
				return new Reply(200, NO_HEADERS, recorded);
			}
			Matcher cassette = CASSETTE.matcher(new String(recorded, StandardCharsets.UTF_8));
			if (!cassette.find()) {
				throw new IOException("not a recorded exchange");
			}
			byte[] packed = Base64.getDecoder().decode(cassette.group("body").replaceAll("\\s", ""));
			try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(packed))) {
				return new Reply(Integer.parseInt(cassette.group("status")), NO_HEADERS, body.readAllBytes());
			}
		}

	}

}
