package io.mokuroku.search.relay;

import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Matcher;

import io.mokuroku.upstream.Answer;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Upstream")
final class RelayController {

	private final AskProvider providers;

	private final InstantSource clock;

	RelayController(AskProvider providers, InstantSource clock) {
		this.providers = providers;
		this.clock = clock;
	}

	@GetMapping(path = "/v1/upstream/{provider}/{*path}",
			produces = { MediaType.APPLICATION_JSON_VALUE, "application/vnd.api+json" })
	@Operation(operationId = "askProvider", summary = "What a provider says",
			description = "As it said it, for anime that the catalogue shows. jikan: anime/{id}, anime/{id}/episodes "
					+ "(page), anime/{id}/episodes/{number}, anime/{id}/characters, anime/{id}/staff, "
					+ "anime/{id}/statistics. mal: anime/{id}. kitsu: anime/{id}, anime/{id}/episodes, "
					+ "anime/{id}/characters, anime/{id}/staff (page). animeschedule: anime/{slug}, timetables/raw, "
					+ "timetables/sub, timetables/dub (year, week); timetables are passed on whole, whatever "
					+ "the catalogue shows. Answers are remembered; Age tells since when, and "
					+ "X-Upstream-Stale whether a newer one could not be had or is under way. A provider is asked only "
					+ "while others hardly need it: 503 tells when to come back.")
	@ApiResponse(responseCode = "200", description = "The provider's answer",
			headers = {
					@Header(name = "Age", description = "seconds since the provider said so",
							schema = @Schema(type = "integer")),
					@Header(name = "X-Upstream-Fetched-At", description = "when the provider said so",
							schema = @Schema(type = "string", format = "date-time")),
					@Header(name = "X-Upstream-Stale", description = "whether it is older than it should be",
							schema = @Schema(type = "boolean")) },
			content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")))
	@ApiResponse(responseCode = "502", description = "The provider answers nonsense, or cannot be reached",
			content = @Content)
	@ApiResponse(responseCode = "504", description = "The provider did not answer in time", content = @Content)
	ResponseEntity<byte[]> ask(@Parameter(example = "kitsu") @PathVariable String provider,
			@Parameter(example = "anime/1") @PathVariable String path,
			@Parameter(description = "of lists, from 1") @RequestParam(
					required = false) @Min(1) @Max(1_000) @Nullable Integer page,
			@Parameter(description = "of timetables, the year of the ISO week") @RequestParam(
					required = false) @Min(2_000) @Max(2_200) @Nullable Integer year,
			@Parameter(description = "of timetables, the ISO week") @RequestParam(
					required = false) @Min(1) @Max(53) @Nullable Integer week) {
		RelayedProvider known = RelayedProvider.find(provider)
			.orElseThrow(() -> ApiProblem.notFound("provider_not_offered",
					"Answers are passed on of jikan, mal, kitsu and animeschedule; the terms of others forbid it"));
		String asked = path.startsWith("/") ? path.substring(1) : path;
		for (Question question : Question.to(known)) {
			Matcher match = question.path().matcher(asked);
			if (match.matches()) {
				check(question.takes(), page, year, week);
				Asked what = new Asked(match, or(page, 1), or(year, 0), or(week, 0));
				return answer(known, this.providers.ask(known, question, what));
			}
		}
		throw ApiProblem.notFound("question_not_offered", "This is no question that " + provider + " is asked here");
	}

	private static void check(Question.Takes takes, @Nullable Integer page, @Nullable Integer year,
			@Nullable Integer week) {
		if (page != null && takes != Question.Takes.PAGE) {
			throw ApiProblem.badParameter("page", "this question has no pages");
		}
		boolean weekly = takes == Question.Takes.WEEK;
		if ((year != null) != weekly) {
			throw ApiProblem.badParameter("year", weekly ? "is required" : "this question has no weeks");
		}
		if ((week != null) != weekly) {
			throw ApiProblem.badParameter("week", weekly ? "is required" : "this question has no weeks");
		}
	}

	private ResponseEntity<byte[]> answer(RelayedProvider provider, Answer<byte[]> answer) {
		long age = Math.max(0, Duration.between(answer.fetchedAt(), this.clock.instant()).toSeconds());
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(provider.mediaType()))
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.AGE, Long.toString(age))
			.header("X-Upstream-Fetched-At", answer.fetchedAt().toString())
			.header("X-Upstream-Stale", Boolean.toString(answer.stale()))
			.body(answer.value());
	}

	private static int or(@Nullable Integer value, int absent) {
		return (value != null) ? value : absent;
	}

}
