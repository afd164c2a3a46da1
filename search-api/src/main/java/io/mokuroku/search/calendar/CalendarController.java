package io.mokuroku.search.calendar;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.digest.Sha256;
import io.mokuroku.search.anime.FindAnimeId;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calendar")
final class CalendarController {

	private static final int USUAL_DAYS = 7;

	private static final int MOST_ANIME = 50;

	/** So much of a digest tells an answer from every other. */
	private static final int MARK_BYTES = 16;

	private static final MediaType TEXT_CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final ReadCalendar calendar;

	private final FindAnimeId ids;

	private final JsonMapper mapper;

	private final InstantSource clock;

	CalendarController(ReadCalendar calendar, FindAnimeId ids, JsonMapper mapper, InstantSource clock) {
		this.calendar = calendar;
		this.ids = ids;
		this.mapper = mapper;
		this.clock = clock;
	}

	@GetMapping(path = "/v1/calendar", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "What airs when",
			description = "Episodes of a span of at most 31 days, the earliest first, each as an instant, by the "
					+ "clocks of the zone, and with its date in Japan. The next episode of each anime is told by "
					+ "calendars or expected; those after it are expected by the weekly slot. Anime in a break without "
					+ "an end come last, without a time. The same for calendar programs: /v1/calendar.ics, or Accept: "
					+ "text/calendar.")
	@ApiResponse(responseCode = "304", description = "It is as If-None-Match says", content = @Content)
	@ApiResponse(responseCode = "404", ref = "#/components/responses/Error404")
	@ApiResponse(responseCode = "200", description = "The calendar", content = @Content(mediaType = Answer.MEDIA_TYPE,
			schema = @Schema(implementation = CalendarDocument.class)))
	ResponseEntity<byte[]> calendar(
			@Parameter(example = "2026-11-28",
					description = "A date, which begins at midnight "
							+ "in the zone, or an instant. Today if absent.") @RequestParam(
									required = false) @Nullable String from,
			@Parameter(example = "2026-12-05",
					description = "The same, exclusive. Seven days later if absent.") @RequestParam(
							required = false) @Nullable String to,
			@Parameter(example = "Europe/Berlin") @RequestParam(defaultValue = "UTC") @Size(max = 64) String zone,
			@Parameter(description = "Only anime with a page there") @RequestParam(
					required = false) @Nullable Provider provider,
			@Parameter(description = "Only these, by our ids or a provider's such as mal:1535; what "
					+ "the catalogue does not show is passed over unless all are such") @RequestParam(
							required = false) @Size(max = MOST_ANIME) @Nullable List<String> anime,
			@Parameter(description = "raw, the Japanese broadcast; no other is known yet") @RequestParam(
					defaultValue = "raw") @Size(max = 10) String type) {
		Window window = Window.of(from, to, zone, USUAL_DAYS, this.clock.instant());
		CalendarDocument found = CalendarDocument.of(this.calendar.read(window, filter(provider, anime, type)), window);
		return answer(MediaType.parseMediaType(Answer.MEDIA_TYPE), this.mapper.writeValueAsBytes(found));
	}

	@GetMapping(path = { "/v1/calendar.ics", "/v1/calendar" }, produces = AiringsCalendar.MEDIA_TYPE)
	@Operation(summary = "What airs when, for calendar programs",
			description = "iCalendar (RFC 5545) with times in UTC. The coming 31 days if no span is told, so it can be "
					+ "subscribed to. An episode keeps its UID when it moves; what is not announced is TENTATIVE, what "
					+ "was put off without a date is CANCELLED.")
	@ApiResponse(responseCode = "304", description = "It is as If-None-Match says", content = @Content)
	@ApiResponse(responseCode = "404", ref = "#/components/responses/Error404")
	@ApiResponse(responseCode = "200", description = "The calendar",
			content = @Content(mediaType = AiringsCalendar.MEDIA_TYPE, schema = @Schema(type = "string")))
	ResponseEntity<byte[]> feed(@RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to,
			@RequestParam(defaultValue = "UTC") @Size(max = 64) String zone,
			@RequestParam(required = false) @Nullable Provider provider,
			@RequestParam(required = false) @Size(max = MOST_ANIME) @Nullable List<String> anime,
			@RequestParam(defaultValue = "raw") @Size(max = 10) String type) {
		Window window = Window.of(from, to, zone, Window.MOST_DAYS, this.clock.instant());
		return answer(TEXT_CALENDAR, AiringsCalendar.of(this.calendar.read(window, filter(provider, anime, type))));
	}

	private CalendarFilter filter(@Nullable Provider provider, @Nullable List<String> anime, String type) {
		ReleaseType release = ReleaseType.find(type)
			.orElseThrow(() -> ApiProblem.badParameter("type", "must be raw, sub or dub"));
		if (release != ReleaseType.RAW) {
			throw ApiProblem.badParameter("type", "only raw is known: times of English releases are not kept");
		}
		Set<AnimeId> wanted = new LinkedHashSet<>();
		for (String id : (anime != null) ? anime : List.<String>of()) {
			this.ids.find(id).ifPresent(wanted::add);
		}
		if (wanted.isEmpty() && anime != null && !anime.isEmpty()) {
			throw ApiProblem.notFound("anime_not_found", "the catalogue has none of these anime");
		}
		return new CalendarFilter(wanted, provider);
	}

	/** Equal bytes have equal marks, whatever was committed meanwhile. */
	private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(CacheControl.noCache())
			.eTag(Sha256.beginning(Sha256.of(body), MARK_BYTES))
			.body(body);
	}

}
