package io.mokuroku.review.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.desk.Evidence;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.Subject;
import io.mokuroku.review.template.SamplePages;
import io.mokuroku.review.template.TemplateFamily;
import io.mokuroku.review.template.Turn;
import io.mokuroku.review.workforce.Reviewer;
import io.mokuroku.review.workforce.Role;

/**
 * What the pages of the portal print when templates are tried out.
 */
final class PortalSamples implements SamplePages {

	private static final String NOBODY = "preview";

	@Override
	public Set<String> pages() {
		return Set.of("queue", "task", "message", "reviewers", "templates", "report");
	}

	@Override
	public Map<String, Object> model(String page, AnimeEntry proposed) {
		Instant asked = proposed.revision().updatedAt();
		ReviewTask task = ReviewTask.asked(new ReviewRequested("no-token", "preview", proposed.id(),
				List.of("CORE_CONFLICT", "LOW_CONFIDENCE"), 0.72, asked), Subject.UNKNOWN, asked);
		ReviewCase review = new ReviewCase(task, null, proposed, List.of());
		return switch (page) {
			case "queue" ->
				new QueueModel(QueueModel.Query.ALL, NOBODY, asked).of(new ReviewDesk.CasePage(List.of(review), null));
			case "task" -> new TaskModel(review, Evidence.NONE, new TaskModel.Reader(NOBODY, true), asked).opened(null);
			case "reviewers" ->
				LeadModel.reviewers(List.of(new Reviewer(review.title(), review.title(), Role.REVIEWER, true)));
			case "templates" -> LeadModel.templates(
					List.of(turn("shown", review.title(), asked), turn("earlier", review.title(), asked)), pages());
			case "report" -> report(review.title());
			default -> Map.of("heading", review.title(), "text", review.title());
		};
	}

	private static Map<String, Object> report(String text) {
		List<Map<String, String>> rows = List.of(Map.of("label", text, "value", text));
		return Map.of("heading", "Report", "days", 30, "from", text, "to", text, "tables",
				List.of(Map.of("title", text, "rows", rows)));
	}

	private static Turn turn(String file, String by, Instant at) {
		return new Turn(new TemplateFamily(Map.of(file + ".css", "")).version(), by, at);
	}

}
