package io.mokuroku.review.portal;

import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.review.desk.AnsweringSource;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.desk.SourceAnswers;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.upstream.shared.CacheKey;
import io.mokuroku.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Answers of sources as they came: only of sources the proposal names, and only answers
 * that are listed.
 */
@Controller
class RawController {

	private final ReviewDesk desk;

	private final SourceAnswers answers;

	private final Pages pages;

	RawController(ReviewDesk desk, SourceAnswers answers, Pages pages) {
		this.desk = desk;
		this.answers = answers;
		this.pages = pages;
	}

	@GetMapping("/portal/tasks/{taskId}/raw/{api}/{externalId}")
	ResponseEntity<String> raw(@PathVariable String taskId, @PathVariable String api, @PathVariable String externalId,
			@RequestParam(required = false) @Nullable String answer, HttpServletRequest request) {
		ReviewCase review = TaskId.parse(taskId).flatMap(this.desk::find).orElseThrow(RawController::unknown);
		AnsweringSource source = source(review.proposal(), api, externalId);
		List<CacheKey> keys = this.answers.of(source);
		RawModel model = new RawModel(review, source, keys);
		if (keys.isEmpty()) {
			return this.pages.ok("raw", model.empty(), request);
		}
		CacheKey chosen = (answer == null) ? keys.getFirst()
				: keys.stream()
					.filter((key) -> key.text().equals(answer))
					.findFirst()
					.orElseThrow(RawController::unknown);
		return this.pages.ok("raw", model.of(chosen, this.answers.find(chosen, review.task().lastAsked())), request);
	}

	private static AnsweringSource source(@Nullable AnimeEntry proposal, String api, String externalId) {
		if (proposal == null) {
			throw unknown();
		}
		return AnsweringSource.of(proposal)
			.stream()
			.filter((source) -> source.api().equals(api) && source.link().externalId().equals(externalId))
			.findFirst()
			.orElseThrow(RawController::unknown);
	}

	private static ApiProblem unknown() {
		return ApiProblem.notFound("answer_not_found", "There is no such answer of a source of this review");
	}

}
