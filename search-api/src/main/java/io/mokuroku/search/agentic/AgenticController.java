package io.mokuroku.search.agentic;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.query.FoundAnime;
import io.mokuroku.web.ErrorCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Search")
final class AgenticController {

	private static final Logger logger = LoggerFactory.getLogger(AgenticController.class);

	private final AnswerQuestion answer;

	private final JsonMapper json;

	AgenticController(AnswerQuestion answer, JsonMapper json) {
		this.answer = answer;
		this.json = json;
	}

	@PostMapping(path = "/v1/search/agentic", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = { Answer.MEDIA_TYPE, MediaType.TEXT_EVENT_STREAM_VALUE })
	@Operation(operationId = "answerQuestion", summary = "Find anime by a question",
			description = "A language model searches the catalogue for an answer; where it cannot, rules do, and "
					+ "meta.degraded says so. With Accept: text/event-stream the answer comes as events while it is made: "
					+ "plan, search, text, result (the document that others get at once), done, or error. "
					+ "meta.text and meta.why are plain text of a model: show them as text only.")
	@ApiResponse(responseCode = "200", description = "What was found",
			content = { @Content(mediaType = Answer.MEDIA_TYPE, schema = @Schema(implementation = Found.class)),
					@Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")) })
	@Nullable Object answer(@Valid @RequestBody AgenticQuestion question,
			@Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT,
					required = false) @Nullable String accept,
			HttpServletResponse response) throws IOException {
		if (wantsEvents(accept)) {
			stream(question, new EventStream(response, this.json));
			return null;
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(document(question, Progress.NONE));
	}

	private void stream(AgenticQuestion question, EventStream events) {
		try {
			events.send("result", document(question, events));
			events.send("done", Map.of());
		}
		catch (Progress.Gone ex) {
			logger.debug("agentic answer=unwanted");
		}
		catch (RetryableFailure ex) {
			logger.warn("agentic answer=failed failure={}", ex.toString());
			failed(events, ErrorCode.SERVICE_UNAVAILABLE);
		}
		catch (RuntimeException ex) {
			logger.error("agentic answer=failed", ex);
			failed(events, ErrorCode.INTERNAL_ERROR);
		}
	}

	/** The status line is long sent. */
	private static void failed(EventStream events, ErrorCode code) {
		try {
			events.send("error", Map.of("code", code.code(), "title", code.title()));
		}
		catch (Progress.Gone ex) {
			logger.debug("agentic failure=unwanted");
		}
	}

	private Answer<List<Resource<FoundAnime>>> document(AgenticQuestion question, Progress progress) {
		long start = System.nanoTime();
		AnswerQuestion.Made made = this.answer.answer(question, progress);
		Planned planned = made.planned();
		Degradation reason = planned.reason();
		return Answer.of(planned.picks().stream().map(Picked::resource).toList(),
				new AnswerMeta(planned.planner(), reason != null, (reason != null) ? reason.code() : null,
						planned.wordsOnly(), made.rounds(), made.tokens(), planned.steps(), planned.text(),
						planned.dropped(), Duration.ofNanos(System.nanoTime() - start).toMillis()));
	}

	/** Only who names events before documents gets them. */
	private static boolean wantsEvents(@Nullable String accept) {
		if (accept == null) {
			return false;
		}
		List<MediaType> accepted = MediaType.parseMediaTypes(accept);
		MimeTypeUtils.sortBySpecificity(accepted);
		return accepted.stream()
			.filter((type) -> type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM)
					|| type.isCompatibleWith(MediaType.parseMediaType(Answer.MEDIA_TYPE)))
			.findFirst()
			.filter((type) -> type.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM))
			.isPresent();
	}

	/** The document in the description of the API. */
	record Found(List<Item> data, AnswerMeta meta) {

		/** An anime of the answer. */
		record Item(String type, String id, FoundAnime attributes, Picked.Meta meta) {
		}

	}

}
