package io.mokuroku.review.workforce;

import java.security.Principal;
import java.util.function.Supplier;

import io.mokuroku.message.PermanentFailure;
import io.mokuroku.web.ApiProblem;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/reviewers")
class ReviewersController {

	private final ManageWorkforce workforce;

	ReviewersController(ManageWorkforce workforce) {
		this.workforce = workforce;
	}

	@GetMapping
	ReviewersDocument reviewers() {
		return new ReviewersDocument(this.workforce.all().stream().map(ReviewersDocument.Data::of).toList());
	}

	@PostMapping
	ReviewersDocument.One invite(@Valid @RequestBody InvitationRequest request, Principal lead) {
		return new ReviewersDocument.One(ReviewersDocument.Data
			.of(taken(() -> this.workforce.invite(request.name(), request.role(), lead.getName()))));
	}

	@DeleteMapping("/{reviewerId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void remove(@PathVariable String reviewerId, Principal lead) {
		switch (taken(() -> this.workforce.remove(reviewerId, lead.getName()))) {
			case RemovalOutcome.Removed _ -> {
			}
			case RemovalOutcome.Unknown _ ->
				throw ApiProblem.notFound("reviewer_not_found", "There is no reviewer " + reviewerId);
			case RemovalOutcome.OneSelf _ ->
				throw ApiProblem.conflict("own_removal", "Nobody removes themselves: ask somebody else who leads");
		}
	}

	private static <T> T taken(Supplier<T> call) {
		try {
			return call.get();
		}
		catch (PermanentFailure ex) {
			throw refusal(ex.code(), String.valueOf(ex.getMessage()));
		}
	}

	private static ApiProblem refusal(String code, String why) {
		return switch (code) {
			case "own_role" -> ApiProblem.conflict("own_role", why);
			case "workteam_refused" -> ApiProblem.conflict("workteam_refused", why);
			default -> ApiProblem.conflict("reviewer_refused", why);
		};
	}

}
