package io.mokuroku.review.desk;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.review.decision.DecideReview;
import io.mokuroku.review.decision.DecisionOutcome;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.task.ClaimOutcome;
import io.mokuroku.review.task.Claims;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskFilter;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@RequestMapping("/v1/reviews")
class ReviewsController {

	private final ReviewDesk desk;

	private final DecideReview decideReview;

	private final Claims claims;

	ReviewsController(ReviewDesk desk, DecideReview decideReview, Claims claims) {
		this.desk = desk;
		this.decideReview = decideReview;
		this.claims = claims;
	}

	@GetMapping
	@Operation(summary = "What people are asked",
			description = "The most pressing first, and of these the longest waiting. "
					+ "A page that is filtered may be short, even empty, and still lead to a next one.")
	ReviewDocument.Page reviews(@RequestParam(defaultValue = "OPEN") TaskState state,
			@RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable Priority priority,
			@RequestParam(required = false) @Nullable String claimedBy,
			@RequestParam(required = false) @Nullable AnimeType type,
			@RequestParam(required = false) @Size(max = 100) @Nullable String text,
			@RequestParam(name = "page[size]", defaultValue = "50") @Min(1) @Max(ReviewTasks.LARGEST_PAGE) int size,
			@RequestParam(name = "page[after]", required = false) @Nullable String after) {
		TaskFilter filter = new TaskFilter(state, reason, priority, claimedBy, type, text);
		ReviewDesk.CasePage page = page(filter, size, after);
		List<ReviewDocument.Data> data = page.cases().stream().map(ReviewDocument.Data::brief).toList();
		String next = page.next();
		return new ReviewDocument.Page(data, (next == null) ? Map.of() : Map.of("next", link(filter, size, next)));
	}

	private static String link(TaskFilter filter, int size, String next) {
		UriComponentsBuilder link = UriComponentsBuilder.fromPath("/v1/reviews").queryParam("state", filter.state());
		link.queryParamIfPresent("reason", Optional.ofNullable(filter.reason()))
			.queryParamIfPresent("priority", Optional.ofNullable(filter.priority()))
			.queryParamIfPresent("claimedBy", Optional.ofNullable(filter.claimedBy()))
			.queryParamIfPresent("type", Optional.ofNullable(filter.type()))
			.queryParamIfPresent("text", Optional.ofNullable(filter.text()));
		return link.queryParam("page[size]", size).queryParam("page[after]", next).encode().toUriString();
	}

	private ReviewDesk.CasePage page(TaskFilter filter, int size, @Nullable String after) {
		try {
			return this.desk.page(filter, size, after);
		}
		catch (IllegalArgumentException ex) {
			throw ApiProblem.badParameter("page[after]", "is not a position that a page gave");
		}
	}

	@GetMapping("/{taskId}")
	@Operation(summary = "One question, with all one needs to decide it")
	ReviewDocument review(@PathVariable String taskId) {
		return ReviewDocument.of(TaskId.parse(taskId).flatMap(this.desk::find).orElseThrow(() -> unknown(taskId)));
	}

	@PostMapping("/{taskId}/claim")
	@Operation(summary = "Work on a question", description = "Nobody else can decide it until the claim ends: "
			+ "by itself after a while, or by being given back. Claiming again makes it last longer.")
	ReviewDocument claim(@PathVariable String taskId, Principal reviewer) {
		TaskId id = TaskId.parse(taskId).orElseThrow(() -> unknown(taskId));
		return switch (this.claims.claim(id, reviewer.getName())) {
			case ClaimOutcome.Claimed(ReviewTask task) -> ReviewDocument.of(task);
			case ClaimOutcome.HeldByAnother _ -> throw claimed();
			case ClaimOutcome.NotOpen(ReviewTask task) ->
				throw ApiProblem.conflict("not_open", "Nobody is asked any more, the review is " + task.state());
			case ClaimOutcome.Unknown _ -> throw unknown(taskId);
		};
	}

	@DeleteMapping("/{taskId}/claim")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Give a question back", description = "Whoever had not claimed it changes nothing.")
	void release(@PathVariable String taskId, Principal reviewer) {
		this.claims.release(TaskId.parse(taskId).orElseThrow(() -> unknown(taskId)), reviewer.getName());
	}

	@PostMapping("/{taskId}/decision")
	@Operation(summary = "Decide",
			description = "The same decision sent again changes nothing. A decision on a version that has changed "
					+ "is refused with 409; `meta.current` of the error is the review as it is now.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
			content = @Content(examples = { @ExampleObject(name = "APPROVE", value = DecisionExamples.APPROVE),
					@ExampleObject(name = "APPROVE_WITH_EDITS", value = DecisionExamples.APPROVE_WITH_EDITS),
					@ExampleObject(name = "REQUEST_RERUN", value = DecisionExamples.REQUEST_RERUN),
					@ExampleObject(name = "REJECT", value = DecisionExamples.REJECT),
					@ExampleObject(name = "DEFER", value = DecisionExamples.DEFER),
					@ExampleObject(name = "MERGE", value = DecisionExamples.MERGE),
					@ExampleObject(name = "KEEP_SEPARATE", value = DecisionExamples.KEEP_SEPARATE) }))
	ReviewDocument decide(@PathVariable String taskId, @Valid @RequestBody DecisionRequest request,
			Principal reviewer) {
		TaskId id = TaskId.parse(taskId).orElseThrow(() -> unknown(taskId));
		return switch (this.decideReview.decide(id, reviewer.getName(), request.submission())) {
			case DecisionOutcome.Accepted(ReviewTask task) -> ReviewDocument.of(task);
			case DecisionOutcome.Invalid(List<Fault> faults) -> throw invalid(faults);
			case DecisionOutcome.Stale(ReviewTask task) -> throw stale(task);
			case DecisionOutcome.AlreadyDecided(ReviewTask task) ->
				throw ApiProblem.conflict("already_decided", "The review was decided otherwise, it is " + task.state());
			case DecisionOutcome.Claimed _ -> throw claimed();
			case DecisionOutcome.Expired _ ->
				throw ApiProblem.conflict("review_expired", "Nobody waits for a decision any more");
			case DecisionOutcome.Unknown _ -> throw unknown(taskId);
		};
	}

	/** All that is wrong at once, so that it is corrected at once. */
	private static ApiProblem invalid(List<Fault> faults) {
		Map<String, String> rules = new LinkedHashMap<>();
		faults.forEach((fault) -> rules.putIfAbsent("/" + fault.field().replace('.', '/'), fault.rule()));
		return ApiProblem.badFields(rules);
	}

	private ApiProblem stale(ReviewTask task) {
		String detail = "The review has version %d now: read it again".formatted(task.version());
		return this.desk.find(task.id())
			.map((now) -> ApiProblem.conflict("stale_version", detail,
					Map.of("current", ReviewDocument.Data.full(now))))
			.orElseGet(() -> ApiProblem.conflict("stale_version", detail));
	}

	private static ApiProblem claimed() {
		return ApiProblem.conflict("claimed_by_another", "Somebody else works on the review");
	}

	private static ApiProblem unknown(String taskId) {
		return ApiProblem.notFound("review_not_found", "There is no review " + taskId);
	}

}
