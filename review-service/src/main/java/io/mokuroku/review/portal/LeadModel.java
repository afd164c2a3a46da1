package io.mokuroku.review.portal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.mokuroku.review.cost.ReviewReport;
import io.mokuroku.review.template.Turn;
import io.mokuroku.review.workforce.Reviewer;
import io.mokuroku.review.workforce.Role;

/**
 * What the pages of those who lead show.
 */
final class LeadModel {

	private LeadModel() {
	}

	static Map<String, Object> reviewers(List<Reviewer> reviewers) {
		return new HashMap<>(Map.of("heading", "Reviewers", "roles", Options.of(Role.values(), null, null), "reviewers",
				reviewers.stream()
					.map((reviewer) -> Map.of("id", reviewer.id(), "name", Words.visible(reviewer.name()), "role",
							Words.ofCode(reviewer.role().name())))
					.toList()));
	}

	/** The page of the report. */
	static Map<String, Object> report(ReviewReport report, int days) {
		List<Map<String, Object>> facts = new ArrayList<>();
		facts.add(fact("Questions asked", report.asked()));
		facts.add(fact("Decided", report.decided()));
		if (report.waiting() != null) {
			facts.add(fact("Half were decided within", minutes(report.waiting().medianSeconds())));
			facts.add(fact("Nine of ten were decided within", minutes(report.waiting().p90Seconds())));
		}
		if (report.agreement() != null) {
			facts.add(fact("Samples approved as they were", "%d of %d (%s)".formatted(report.agreement().confirmed(),
					report.agreement().sampled(), Words.percent(report.agreement().rate()))));
		}
		report.costs()
			.forEach((adapter, cost) -> facts.add(fact("Asked by " + adapter,
					"%s, %s %s".formatted(Words.count(cost.tasks(), "question"), cost.amount(), report.currency()))));
		facts.add(fact("Left today", report.leftToday()));
		facts.add(fact("Left this month", report.leftThisMonth()));
		facts.add(fact("Waiting for budget", report.waitingForBudget()));
		List<Map<String, Object>> reasons = new ArrayList<>();
		report.reasons().forEach((code, count) -> reasons.add(fact(Words.ofReason(code).label(), count)));
		List<Map<String, Object>> verdicts = new ArrayList<>();
		report.verdicts().forEach((verdict, count) -> verdicts.add(fact(Words.ofCode(verdict.name()), count)));
		return new HashMap<>(Map.of("heading", "Report", "days", days, "from", report.from().toString(), "to",
				report.to().minusDays(1).toString(), "tables",
				List.of(Map.of("title", "In numbers", "rows", facts),
						Map.of("title", "Why people were asked", "rows", reasons),
						Map.of("title", "What they decided", "rows", verdicts))));
	}

	private static Map<String, Object> fact(String label, Object value) {
		return Map.of("label", Words.visible(label), "value", Words.visible(value.toString()));
	}

	private static String minutes(long seconds) {
		return (seconds < 7200) ? Words.count(seconds / 60, "minute") : Words.count(seconds / 3600, "hour");
	}

	/**
	 * The page of templates.
	 * @param history what was shown, the latest first
	 * @param pages the pages there are
	 */
	static Map<String, Object> templates(List<Turn> history, Collection<String> pages) {
		return new HashMap<>(Map.of("heading", "Templates", "pages", List.copyOf(new TreeSet<>(pages)), "turns",
				history.stream()
					.map((turn) -> Map.of("version", turn.version().toString(), "by", turn.by(), "at",
							Words.time(turn.at()), "shown", turn.equals(history.getFirst())))
					.toList()));
	}

}
