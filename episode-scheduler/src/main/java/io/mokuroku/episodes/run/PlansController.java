package io.mokuroku.episodes.run;

import java.time.LocalDate;

import io.mokuroku.web.ApiProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/plans")
class PlansController {

	private final RunPlans plans;

	private final DayReports reports;

	PlansController(RunPlans plans, DayReports reports) {
		this.plans = plans;
		this.reports = reports;
	}

	@PostMapping
	PlanDocument plan(@RequestBody(required = false) @Nullable PlanRequest request) {
		boolean dryRun = request != null && Boolean.TRUE.equals(request.dryRun());
		boolean refresh = request != null && Boolean.TRUE.equals(request.refresh());
		return PlanDocument.of(dryRun ? this.plans.dryRun() : this.plans.run("request", refresh));
	}

	@GetMapping("/{date}")
	PlanDocument report(@PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date) {
		return PlanDocument.of(this.reports.find(date)
			.orElseThrow(() -> ApiProblem.notFound("plan_not_found", "Nothing was planned on " + date)));
	}

	/**
	 * How to plan.
	 *
	 * @param dryRun whether to tell only what would be done; false if absent
	 * @param refresh whether to ask calendars first, however lately they were; false if
	 * absent
	 */
	record PlanRequest(@Nullable Boolean dryRun, @Nullable Boolean refresh) {

	}

}
