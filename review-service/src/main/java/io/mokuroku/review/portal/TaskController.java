package io.mokuroku.review.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.review.decision.DecideReview;
import io.mokuroku.review.decision.DecisionOutcome;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.task.ClaimOutcome;
import io.mokuroku.review.task.Claims;
import io.mokuroku.review.task.Draft;
import io.mokuroku.review.task.Drafts;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.review.task.Verdict;
import io.mokuroku.review.workforce.ReviewerGate;
import io.mokuroku.web.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/portal/tasks/{taskId}")
class TaskController {

	private static final Set<String> NOT_DRAFTED = Set.of("_csrf", "decision", "draft", "discard");

	/** In bytes; a row of the database has room for twice as many. */
	private static final int LONGEST_DRAFT = 200_000;

	private final ReviewDesk desk;

	private final DecideReview decideReview;

	private final Claims claims;

	private final Drafts drafts;

	private final Pages pages;

	private final InstantSource clock;

	TaskController(ReviewDesk desk, DecideReview decideReview, Claims claims, Drafts drafts, Pages pages,
			InstantSource clock) {
		this.desk = desk;
		this.decideReview = decideReview;
		this.claims = claims;
		this.drafts = drafts;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping
	ResponseEntity<String> task(@PathVariable String taskId, HttpServletRequest request) {
		ReviewCase review = review(taskId);
		return page(HttpStatus.OK, review, model(review, request).opened(draft(review, request)), request);
	}

	@PostMapping("/decision")
	ResponseEntity<String> decide(@PathVariable String taskId, @RequestParam MultiValueMap<String, String> fields,
			Principal reviewer, HttpServletRequest request) {
		ReviewCase review = review(taskId);
		DecisionForm form = new DecisionForm(fields);
		List<Fault> faults = new ArrayList<>();
		Submission submission = form.submission(review.proposal(), faults);
		DecisionOutcome outcome = faults.isEmpty()
				? this.decideReview.decide(review.task().id(), reviewer.getName(), submission)
				: new DecisionOutcome.Invalid(faults);
		return switch (outcome) {
			case DecisionOutcome.Accepted(ReviewTask task) -> {
				if (submission.verdict() != Verdict.DEFER) {
					this.drafts.remove(task.id(), reviewer.getName());
				}
				yield to(task.id());
			}
			case DecisionOutcome.Invalid(List<Fault> broken) ->
				again(HttpStatus.BAD_REQUEST, review, form, broken, "Nothing was saved yet.", request);
			case DecisionOutcome.Stale _ -> again(HttpStatus.CONFLICT, review(taskId), form, List.of(),
					"This review has changed since you opened it. Nothing was saved; please look again.", request);
			case DecisionOutcome.Claimed(ReviewTask task) -> again(HttpStatus.CONFLICT, review(taskId), form, List.of(),
					"%s works on this review. Nothing was saved.".formatted(holder(task)), request);
			case DecisionOutcome.AlreadyDecided _ -> again(HttpStatus.CONFLICT, review(taskId), form, List.of(),
					"Somebody else has decided this review already.", request);
			case DecisionOutcome.Expired _ -> again(HttpStatus.CONFLICT, review(taskId), form, List.of(),
					"Nobody waits for a decision on this review any more.", request);
			case DecisionOutcome.Unknown _ -> throw unknown();
		};
	}

	@PostMapping("/claim")
	ResponseEntity<String> claim(@PathVariable String taskId, @RequestParam(defaultValue = "false") boolean release,
			Principal reviewer, HttpServletRequest request) {
		TaskId id = id(taskId);
		if (release) {
			this.claims.release(id, reviewer.getName());
			return to(id);
		}
		return switch (this.claims.claim(id, reviewer.getName())) {
			case ClaimOutcome.Claimed _, ClaimOutcome.NotOpen _ -> to(id);
			case ClaimOutcome.HeldByAnother(ReviewTask task) -> {
				ReviewCase review = review(taskId);
				yield again(HttpStatus.CONFLICT, review, DecisionForm.kept(draft(review, request)), List.of(),
						"%s was faster and works on this review.".formatted(holder(task)), request);
			}
			case ClaimOutcome.Unknown _ -> throw unknown();
		};
	}

	@PostMapping("/draft")
	ResponseEntity<?> draft(@PathVariable String taskId, @RequestParam MultiValueMap<String, String> fields,
			@RequestParam(defaultValue = "0") long draft, @RequestParam(defaultValue = "false") boolean discard,
			Principal reviewer) {
		TaskId id = id(taskId);
		if (discard) {
			this.drafts.remove(id, reviewer.getName());
			return to(id);
		}
		ReviewTask task = review(taskId).task();
		if (!task.isOpen()) {
			return ResponseEntity.status(HttpStatus.GONE).build();
		}
		Map<String, List<String>> kept = new LinkedHashMap<>(fields);
		kept.keySet().removeAll(NOT_DRAFTED);
		if (kept.values().stream().flatMap(List::stream).mapToInt(TaskController::bytes).sum() > LONGEST_DRAFT) {
			return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
		}
		Draft next = new Draft(id, reviewer.getName(), draft + 1, task.version(), this.clock.instant(), kept);
		return this.drafts.save(next) ? ResponseEntity.ok(Map.of("revision", next.revision()))
				: ResponseEntity.status(HttpStatus.CONFLICT).build();
	}

	private static int bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length;
	}

	private ResponseEntity<String> again(HttpStatus status, ReviewCase review, DecisionForm form, List<Fault> faults,
			String message, HttpServletRequest request) {
		Draft draft = draft(review, request);
		return page(status, review,
				model(review, request).again(form, draft, faults, message, status == HttpStatus.CONFLICT), request);
	}

	private ResponseEntity<String> page(HttpStatus status, ReviewCase review, Map<String, Object> model,
			HttpServletRequest request) {
		return this.pages.task(status, model, review.task().queuedAt(), request);
	}

	private TaskModel model(ReviewCase review, HttpServletRequest request) {
		return new TaskModel(review, this.desk.evidence(review.task()), reader(request), this.clock.instant());
	}

	private static TaskModel.Reader reader(HttpServletRequest request) {
		Principal reader = request.getUserPrincipal();
		boolean mayDecide = reader instanceof Authentication who && ReviewerGate.scopes(who).contains("reviews.decide");
		return new TaskModel.Reader(reader.getName(), mayDecide);
	}

	private @Nullable Draft draft(ReviewCase review, HttpServletRequest request) {
		return review.task().isOpen()
				? this.drafts.find(review.task().id(), request.getUserPrincipal().getName()).orElse(null) : null;
	}

	private String holder(ReviewTask task) {
		return task.liveClaim(this.clock.instant()).map((claim) -> claim.reviewer()).orElse("Somebody else");
	}

	private static ResponseEntity<String> to(TaskId id) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/portal/tasks/" + id)).build();
	}

	private ReviewCase review(String taskId) {
		return find(taskId).orElseThrow(TaskController::unknown);
	}

	private Optional<ReviewCase> find(String taskId) {
		return TaskId.parse(taskId).flatMap(this.desk::find);
	}

	private static TaskId id(String taskId) {
		return TaskId.parse(taskId).orElseThrow(TaskController::unknown);
	}

	private static ApiProblem unknown() {
		return ApiProblem.notFound("review_not_found", "There is no such review");
	}

}
