package io.mokuroku.review.portal;

import java.security.Principal;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.review.cost.CountQueue;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.task.TaskFilter;
import io.mokuroku.review.workforce.Admission;
import io.mokuroku.review.workforce.ReviewerGate;
import io.mokuroku.review.workforce.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

@Controller
@RequestMapping("/portal")
class QueueController {

	private static final int PAGE_SIZE = 50;

	private final ReviewDesk desk;

	private final CountQueue countQueue;

	private final Admission admission;

	private final Pages pages;

	private final InstantSource clock;

	QueueController(ReviewDesk desk, CountQueue countQueue, Admission admission, Pages pages, InstantSource clock) {
		this.desk = desk;
		this.countQueue = countQueue;
		this.admission = admission;
		this.pages = pages;
		this.clock = clock;
	}

	@GetMapping
	ResponseEntity<String> queue(@ModelAttribute QueueModel.Query query, Principal reviewer,
			HttpServletRequest request) {
		ReviewDesk.CasePage page = page(query.filter(reviewer.getName()), query.after());
		Map<String, Object> model = new QueueModel(query, reviewer.getName(), this.clock.instant()).of(page,
				this.countQueue.counts());
		model.put("leads",
				reviewer instanceof Authentication caller && ReviewerGate.scopes(caller).contains(Admission.MANAGE)
						&& this.admission.findRole(caller.getName(), ReviewerGate.scopes(caller))
							.equals(Optional.of(Role.LEAD)));
		return this.pages.ok("queue", model, request);
	}

	private ReviewDesk.CasePage page(TaskFilter filter, @Nullable String after) {
		try {
			return this.desk.page(filter, PAGE_SIZE, after);
		}
		catch (IllegalArgumentException _) {
			return this.desk.page(filter, PAGE_SIZE, null);
		}
	}

	@GetMapping("/signed-out")
	ResponseEntity<String> signedOut(HttpServletRequest request) {
		return this.pages.ok("message", Map.of("heading", "Signed out", "text", "You are signed out.", "action",
				Map.of("href", "/portal", "text", "Sign in again")), request);
	}

}
