package io.mokuroku.search.calendar;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.search.anime.FindAnimeId;
import io.mokuroku.upstream.TurningClock;
import io.mokuroku.web.ApiProblem;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static io.mokuroku.search.Shows.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The calendar as it is sent.
 */
class CalendarControllerTests {

	private static final String NOVEMBER = "from=2026-11-28&to=2026-12-05";

	private final TurningClock clock = new TurningClock();

	private final Map<AnimeId, AnimeEntry> entries = new HashMap<>();

	private final FindAnimeId ids = new FindAnimeId() {

		@Override
		public AnimeId get(String id, boolean adult) {
			return find(id).orElseThrow();
		}

		@Override
		public Optional<AnimeId> find(String id) {
			int number = Integer.parseInt(id.substring(4));
			return (number < 900) ? Optional.of(anEntry(number, "any").id()) : Optional.empty();
		}

	};

	private final MockMvcTester http = MockMvcTester.of(new CalendarController(
			new ReadCalendar(new InMemory(), this.clock), this.ids, JsonMapper.shared(), this.clock));

	@Test
	void tellsInstantLocalTimeAndJapaneseDate() {
		put(1, "Hoshi no Tegami", new NextEpisode(10, Instant.parse("2026-11-28T16:30:00Z"), 0.95), null);
		assertThat(get("/v1/calendar?zone=Europe/Berlin&" + NOVEMBER)).hasStatusOk()
			.hasContentType("application/vnd.api+json")
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"data":[{"type":"airing","attributes":{"title":"Hoshi no Tegami","type":"raw","episodeFrom":10,
							"episodeTo":10,"airAt":"2026-11-28T16:30:00Z","localTime":"2026-11-28T17:30:00+01:00",
							"japaneseDate":"2026-11-29","state":"announced","confidence":0.95}}],
							"meta":{"from":"2026-11-27T23:00:00Z","to":"2026-12-04T23:00:00Z","zone":"Europe/Berlin","total":1}}""");
	}

	/** Both 02:30 of that night are told apart by their offsets. */
	@Test
	void tellsTimesOfTheNightInWhichClocksGoBack() {
		put(1, "Before", new NextEpisode(1, Instant.parse("2026-10-25T00:30:00Z"), 0.9), null);
		put(2, "After", new NextEpisode(1, Instant.parse("2026-10-25T01:30:00Z"), 0.9), null);
		assertThat(get("/v1/calendar?zone=Europe/Berlin&from=2026-10-25&to=2026-10-26")).bodyJson()
			.extractingPath("$.data[*].attributes.localTime")
			.asArray()
			.containsExactly("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00");
	}

	@Test
	void listsTheEarliestFirstAndWhatWaitsForItsDateLast() {
		put(1, "Waiting", null, new Delay(LocalDate.of(2026, 11, 21), null, "On Break"));
		put(2, "Late", new NextEpisode(3, Instant.parse("2026-11-29T10:00:00Z"), 0.85), null);
		put(3, "Early", new NextEpisode(5, Instant.parse("2026-11-28T10:00:00Z"), 0.4), null);
		put(4, "Later than asked for", new NextEpisode(5, Instant.parse("2026-12-06T10:00:00Z"), 0.9), null);
		assertThat(get("/v1/calendar?" + NOVEMBER)).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"data":[{"attributes":{"title":"Early","state":"expected"}},
							{"attributes":{"title":"Late","state":"announced"}},
							{"attributes":{"title":"Waiting","state":"to_be_announced",
							"delay":{"from":"2026-11-21","indefinite":true,"reason":"On Break"}}}],"meta":{"total":3,"cut":false}}""");
	}

	@Test
	void showsNeitherAdultNorOtherAnimeThanAskedFor() {
		put(1, "One", new NextEpisode(1, Instant.parse("2026-11-28T10:00:00Z"), 0.9), null);
		put(2, "Two", new NextEpisode(1, Instant.parse("2026-11-28T11:00:00Z"), 0.9), null);
		AnimeEntry adult = put(3, "Adult", new NextEpisode(1, Instant.parse("2026-11-28T12:00:00Z"), 0.9), null);
		this.entries.put(adult.id(), adult.with((change) -> change.adult = true));
		assertThat(titles("anime=mal:2&anime=mal:3")).containsExactly("Two");
		assertThat(titles("anime=mal:1,mal:2")).containsExactly("One", "Two");
		assertThat(titles("anime=mal:1,mal:900")).as("what is gone is passed over").containsExactly("One");
		assertThat(get("/v1/calendar?anime=mal:900&" + NOVEMBER)).failure()
			.rootCause()
			.isInstanceOfSatisfying(ApiProblem.class, (problem) -> assertThat(problem.status()).isEqualTo(404));
		assertThat(titles("provider=MYANIMELIST")).containsExactly("One", "Two");
		assertThat(titles("provider=KITSU")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "type=sub", "type=other", "zone=Mars", "from=2026-11-28&to=2026-12-30" })
	void refusesWhatItDoesNotKnow(String query) {
		for (String path : List.of("/v1/calendar?", "/v1/calendar.ics?")) {
			assertThat(get(path + query)).failure()
				.rootCause()
				.isInstanceOfSatisfying(ApiProblem.class, (problem) -> assertThat(problem.status()).isEqualTo(400));
		}
	}

	@Test
	void answersOnlyWhatHasChanged() {
		put(1, "One", new NextEpisode(1, Instant.parse("2026-11-28T10:00:00Z"), 0.9), null);
		for (String path : List.of("/v1/calendar?" + NOVEMBER, "/v1/calendar.ics?" + NOVEMBER)) {
			String mark = Objects.requireNonNull(get(path).getResponse().getHeader(HttpHeaders.ETAG));
			assertThat(conditional(path, mark)).hasStatus(HttpStatus.NOT_MODIFIED);
			put(2, "Two " + path, new NextEpisode(1, Instant.parse("2026-11-28T10:00:00Z"), 0.9), null);
			assertThat(conditional(path, mark)).hasStatusOk();
		}
	}

	@Test
	void isACalendarThatProgramsReadWhateverTitlesHold() throws Exception {
		String hostile = "Evil; title, with\r\nEND:VEVENT\nEND:VCALENDAR\u0000 \\n \"quoted\" 星の手紙 🎬";
		AnimeEntry entry = put(1, hostile, new NextEpisode(10, Instant.parse("2026-11-28T16:30:00Z"), 0.95, 11), null);
		put(2, "Waiting", null, new Delay(LocalDate.of(2026, 11, 28), null, "Broken\r\nATTENDEE:x"));
		AnimeEntry waiting = anEntry(2, "Waiting");
		this.entries.compute(waiting.id(), (_, known) -> Objects.requireNonNull(known)
			.with((change) -> change.details = change.details.withEpisodesAired(9)));
		MvcTestResult answer = get("/v1/calendar.ics?" + NOVEMBER);
		assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
		Calendar calendar = parsed(answer);
		assertThat(calendar.validate().hasErrors()).isFalse();
		assertThat(answer.getResponse().getContentAsString()).contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
		assertThat(calendar.getComponents()).hasSize(2);
		VEvent event = event(calendar, 0);
		assertThat(event.getUid().orElseThrow().getValue()).isEqualTo(entry.id() + "-episode-10@mokuroku");
		assertThat(event.getSummary().getValue())
			.isEqualTo("Evil; title, with END:VEVENT END:VCALENDAR  \\n \"quoted\" 星の手紙 🎬, episodes 10 to 11");
		assertThat(text(event, "DTSTART")).isEqualTo("20261128T163000Z");
		assertThat(text(event, "DTEND")).isEqualTo("20261128T171800Z");
		assertThat(text(event, "STATUS")).isEqualTo("CONFIRMED");
		assertThat(text(event, "SEQUENCE")).isEqualTo("1");
		assertThat(text(event, "LAST-MODIFIED")).isEqualTo("20261122T100000Z");
		VEvent putOff = event(calendar, 1);
		assertThat(text(putOff, "STATUS")).isEqualTo("CANCELLED");
		assertThat(text(putOff, "DTSTART")).isEqualTo("20261128");
		assertThat(putOff.getUid().orElseThrow().getValue()).isEqualTo(waiting.id() + "-episode-10@mokuroku");
	}

	@Test
	void keepsTheUidOfAnEpisodeThatMovesAndCountsItsChanges() throws Exception {
		AnimeEntry entry = put(1, "One", new NextEpisode(10, Instant.parse("2026-11-28T16:30:00Z"), 0.5), null);
		VEvent before = event(parsed(get("/v1/calendar.ics?" + NOVEMBER)), 0);
		this.entries.put(entry.id(), entry.with((change) -> {
			change.airing = entry.airing().withNext(new NextEpisode(10, Instant.parse("2026-11-30T16:30:00Z"), 0.95));
			change.revision = entry.revision().next(Instant.parse("2026-11-28T12:00:00Z"), null);
		}));
		this.clock.turn(KeptAirings.USED_FOR);
		VEvent after = event(parsed(this.http.get().uri("/v1/calendar?" + NOVEMBER).accept("text/calendar").exchange()),
				0);
		assertThat(after.getUid()).isEqualTo(before.getUid());
		assertThat(text(before, "STATUS")).isEqualTo("TENTATIVE");
		assertThat(text(after, "SEQUENCE")).isEqualTo("2");
		assertThat(text(after, "DTSTART")).isEqualTo("20261130T163000Z");
	}

	private AnimeEntry put(int number, String title, @Nullable NextEpisode next, @Nullable Delay delay) {
		AnimeEntry entry = anEntry(number, "any").with((change) -> {
			UpcomingSlotsTests.airs(next, delay, 12).accept(change);
			change.airing = new Airing(AiringStatus.ONGOING, null, null, null, null, null, next, delay);
			change.titles = new Titles(title, null, null, List.of());
		});
		this.entries.put(entry.id(), entry);
		this.clock.turn(KeptAirings.USED_FOR);
		return entry;
	}

	private List<String> titles(String query) {
		List<String> titles = new ArrayList<>();
		assertThat(get("/v1/calendar?" + NOVEMBER + "&" + query)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.data[*].attributes.title")
			.asArray()
			.allSatisfy((title) -> titles.add((String) title));
		return titles;
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri(URI.create(path)).exchange();
	}

	private MvcTestResult conditional(String path, String mark) {
		return this.http.get().uri(URI.create(path)).header(HttpHeaders.IF_NONE_MATCH, mark).exchange();
	}

	private static Calendar parsed(MvcTestResult answer) throws Exception {
		String text = answer.getResponse().getContentAsString();
		try {
			return new CalendarBuilder().build(new StringReader(text));
		}
		catch (ParserException ex) {
			throw new AssertionError(text, ex);
		}
	}

	private static VEvent event(Calendar calendar, int index) {
		return (VEvent) calendar.getComponents().get(index);
	}

	private static String text(VEvent event, String property) {
		return event.getProperty(property).orElseThrow().getValue();
	}

	private final class InMemory implements ReadCalendar.Entries {

		@Override
		public List<AnimeEntry> airing(AiringStatus status, Instant from, Instant to) {
			Window window = new Window(from, to, ZoneId.of("UTC"));
			return CalendarControllerTests.this.entries.values()
				.stream()
				.filter((entry) -> entry.airing().status() == status)
				.filter((entry) -> Stream.ofNullable(entry.airing().next()).anyMatch((next) -> window.has(next.at())))
				.toList();
		}

		@Override
		public List<AnimeEntry> airingUnknown() {
			return CalendarControllerTests.this.entries.values()
				.stream()
				.filter((entry) -> entry.airing().next() == null)
				.toList();
		}

		@Override
		public boolean isUnlisted(AnimeId id, EpisodeNumber number) {
			return false;
		}

	}

}
