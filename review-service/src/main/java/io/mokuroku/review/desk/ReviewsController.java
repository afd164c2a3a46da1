package io.mokuroku.review.desk;

import java.security.Principal;
import java.util.List;
import java.util.Map;

import io.mokuroku.review.decision.DecideReview;
import io.mokuroku.review.decision.DecisionOutcome;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.web.ApiProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/reviews")
class ReviewsController {

	private final ReviewDesk desk;

	private final DecideReview decideReview;

	ReviewsController(ReviewDesk desk, DecideReview decideReview) {
		this.desk = desk;
		this.decideReview = decideReview;
	}

	@GetMapping
	ReviewDocument.Page reviews(@RequestParam(defaultValue = "OPEN") TaskState state,
			@RequestParam(name = "page[size]", defaultValue = "50") @Min(1) @Max(ReviewTasks.LARGEST_PAGE) int size,
			@RequestParam(name = "page[after]", required = false) @Nullable String after) {
		ReviewDesk.CasePage page = page(state, size, after);
		List<ReviewDocument.Data> data = page.cases().stream().map(ReviewDocument.Data::brief).toList();
		String next = page.next();
		return new ReviewDocument.Page(data, (next == null) ? Map.of()
				: Map.of("next", "/v1/reviews?state=%s&page[size]=%d&page[after]=%s".formatted(state, size, next)));
	}

	private ReviewDesk.CasePage page(TaskState state, int size, @Nullable String after) {
		try {
			return this.desk.inState(state, size, after);
		}
		catch (IllegalArgumentException ex) {
			throw ApiProblem.badParameter("page[after]", "is not a position that a page gave");
		}
	}

	@GetMapping("/{taskId}")
	ReviewDocument review(@PathVariable String taskId) {
		return ReviewDocument.of(TaskId.parse(taskId).flatMap(this.desk::find).orElseThrow(() -> unknown(taskId)));
	}

	@PostMapping("/{taskId}/decision")
	ReviewDocument decide(@PathVariable String taskId, @Valid @RequestBody DecisionRequest request,
			Principal reviewer) {
		TaskId id = TaskId.parse(taskId).orElseThrow(() -> unknown(taskId));
		return switch (this.decideReview.decide(id, reviewer.getName(), request.submission())) {
			case DecisionOutcome.Accepted(ReviewTask task) -> ReviewDocument.of(task);
			case DecisionOutcome.Invalid(List<Fault> faults) ->
				throw ApiProblem.badField("/" + faults.getFirst().field().replace('.', '/'), faults.getFirst().rule());
			case DecisionOutcome.Stale(ReviewTask task) -> throw ApiProblem.conflict("stale_version",
					"The review has version %d now: read it again".formatted(task.version()));
			case DecisionOutcome.AlreadyDecided(ReviewTask task) ->
				throw ApiProblem.conflict("already_decided", "The review was decided otherwise, it is " + task.state());
			case DecisionOutcome.Expired _ ->
				throw ApiProblem.conflict("review_expired", "Nobody waits for a decision any more");
			case DecisionOutcome.Unknown _ -> throw unknown(taskId);
		};
	}

	private static ApiProblem unknown(String taskId) {
		return ApiProblem.notFound("review_not_found", "There is no review " + taskId);
	}

}
