package io.mokuroku.review.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.cost.QueueCounts;
import io.mokuroku.review.desk.AnsweringSource;
import io.mokuroku.review.desk.Evidence;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.desk.SourceAnswers;
import io.mokuroku.review.task.OpenTasks;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.Subject;
import io.mokuroku.review.template.SamplePages;
import io.mokuroku.review.template.TemplateFamily;
import io.mokuroku.review.template.Turn;
import io.mokuroku.review.workforce.Reviewer;
import io.mokuroku.review.workforce.Role;
import io.mokuroku.upstream.raw.RawResponse;
import io.mokuroku.upstream.shared.CacheKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the pages of the portal print when templates are tried out.
 */
final class PortalSamples implements SamplePages {

	private static final String NOBODY = "preview";

	@Override
	public Set<String> pages() {
		return Set.of("queue", "task", "message", "reviewers", "templates", "report", "raw");
	}

	@Override
	public Map<String, Object> model(String page, AnimeEntry proposed) {
		Instant asked = proposed.revision().updatedAt();
		ReviewTask task = ReviewTask.asked(new ReviewRequested("no-token", "preview", proposed.id(),
				List.of("CORE_CONFLICT", "LOW_CONFIDENCE"), 0.72, asked), Subject.UNKNOWN, asked);
		ReviewCase review = new ReviewCase(task, null, proposed, List.of());
		return switch (page) {
			case "queue" -> new QueueModel(QueueModel.Query.ALL, NOBODY, asked)
				.of(new ReviewDesk.CasePage(List.of(review), null), new QueueCounts(new OpenTasks(3, 2, 1), 4));
			case "task" -> new TaskModel(review, Evidence.NONE, new TaskModel.Reader(NOBODY, true), asked).opened(null);
			case "reviewers" ->
				LeadModel.reviewers(List.of(new Reviewer(review.title(), review.title(), Role.REVIEWER, true)));
			case "templates" -> LeadModel.templates(
					List.of(turn("shown", review.title(), asked), turn("earlier", review.title(), asked)), pages());
			case "raw" -> raw(review, proposed);
			case "report" -> report(review.title());
			default -> Map.of("heading", review.title(), "text", review.title());
		};
	}

	private static Map<String, Object> raw(ReviewCase review, AnimeEntry proposed) {
		SourceLink link = proposed.sources().stream().findFirst().orElseGet(() -> SourceLink.ofKey("MYANIMELIST#1"));
		CacheKey key = new CacheKey("jikan", "anime", link.externalId(), 1);
		byte[] body = JsonMapper.shared().writeValueAsBytes(Map.of("title", review.title()));
		return new RawModel(review, new AnsweringSource("jikan", link), List.of(key))
			.of(key, new SourceAnswers.Kept.Whole(
					new RawResponse(key, link.canonical(), review.task().queuedAt(), "", "application/json", body)));
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
