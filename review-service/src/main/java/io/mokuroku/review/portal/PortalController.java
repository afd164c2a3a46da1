package io.mokuroku.review.portal;

import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.review.decision.DecideReview;
import io.mokuroku.review.decision.DecisionOutcome;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.task.TaskFilter;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.TaskState;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/portal")
class PortalController {

	private static final int PAGE_SIZE = 50;

	private final ReviewDesk desk;

	private final DecideReview decideReview;

	private final Pages pages;

	PortalController(ReviewDesk desk, DecideReview decideReview, Pages pages) {
		this.desk = desk;
		this.decideReview = decideReview;
		this.pages = pages;
	}

	@GetMapping
	ResponseEntity<String> queue(@RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String after, HttpServletRequest request) {
		TaskState wanted = stateOf(state);
		ReviewDesk.CasePage page = page(wanted, after);
		return this.pages.ok("queue", PageModels.queue(page.cases(), wanted, page.next()), request);
	}

	private ReviewDesk.CasePage page(TaskState state, @Nullable String after) {
		try {
			return this.desk.page(TaskFilter.of(state), PAGE_SIZE, after);
		}
		catch (IllegalArgumentException _) {
			return this.desk.page(TaskFilter.of(state), PAGE_SIZE, null);
		}
	}

	private static TaskState stateOf(@Nullable String text) {
		for (TaskState state : TaskState.values()) {
			if (state.name().equals(text)) {
				return state;
			}
		}
		return TaskState.OPEN;
	}

	@GetMapping("/tasks/{taskId}")
	ResponseEntity<String> task(@PathVariable String taskId, HttpServletRequest request) {
		Optional<ReviewCase> review = find(taskId);
		return review.isEmpty() ? unknown(request)
				: this.pages.task(HttpStatus.OK,
						PageModels.task(review.get(), DecisionForm.of(review.get().proposal()), List.of(), null),
						review.get().task().queuedAt(), request);
	}

	@PostMapping("/tasks/{taskId}/decision")
	ResponseEntity<String> decide(@PathVariable String taskId, @ModelAttribute DecisionForm form, Principal reviewer,
			HttpServletRequest request) {
		Optional<ReviewCase> review = find(taskId);
		if (review.isEmpty()) {
			return unknown(request);
		}
		AnimeEntry proposal = review.get().proposal();
		List<Fault> faults = new ArrayList<>();
		Submission submission = form.submission(proposal, faults);
		DecisionOutcome outcome = faults.isEmpty()
				? this.decideReview.decide(review.get().task().id(), reviewer.getName(), submission)
				: new DecisionOutcome.Invalid(faults);
		return switch (outcome) {
			case DecisionOutcome.Accepted(var task) ->
				ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/portal/tasks/" + task.id())).build();
			case DecisionOutcome.Invalid(List<Fault> broken) ->
				again(HttpStatus.BAD_REQUEST, review.get(), form, broken, "Nothing was saved.", request);
			case DecisionOutcome.Stale _ -> conflict(taskId, form,
					"This review has changed since you opened it. Nothing was saved; please look again.", request);
			case DecisionOutcome.AlreadyDecided _ ->
				conflict(taskId, form, "Somebody else has decided this review already.", request);
			case DecisionOutcome.Claimed _ -> conflict(taskId, form, "Somebody else works on this review.", request);
			case DecisionOutcome.Expired _ ->
				conflict(taskId, form, "Nobody waits for a decision on this review any more.", request);
			case DecisionOutcome.Unknown _ -> unknown(request);
		};
	}

	@GetMapping("/signed-out")
	ResponseEntity<String> signedOut(HttpServletRequest request) {
		return this.pages.ok("message", Map.of("heading", "Signed out", "text", "You are signed out.", "action",
				Map.of("href", "/portal", "text", "Sign in again")), request);
	}

	private ResponseEntity<String> conflict(String taskId, DecisionForm form, String message,
			HttpServletRequest request) {
		return find(taskId).map((now) -> again(HttpStatus.CONFLICT, now, form, List.of(), message, request))
			.orElseGet(() -> unknown(request));
	}

	private ResponseEntity<String> again(HttpStatus status, ReviewCase review, DecisionForm form, List<Fault> faults,
			String message, HttpServletRequest request) {
		return this.pages.task(status, PageModels.task(review, form, faults, message), review.task().queuedAt(),
				request);
	}

	private ResponseEntity<String> unknown(HttpServletRequest request) {
		return this.pages.page(HttpStatus.NOT_FOUND, "message", Map.of("heading", "Not found", "text",
				"There is no such review.", "action", Map.of("href", "/portal", "text", "To the queue")), request);
	}

	private Optional<ReviewCase> find(String taskId) {
		return TaskId.parse(taskId).flatMap(this.desk::find);
	}

}
