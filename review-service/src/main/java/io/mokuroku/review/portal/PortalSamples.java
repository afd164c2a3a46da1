package io.mokuroku.review.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.TaskState;
import io.mokuroku.review.template.SamplePages;

/**
 * What the pages of the portal print when templates are tried out.
 */
final class PortalSamples implements SamplePages {

	@Override
	public Set<String> pages() {
		return Set.of("queue", "task", "message");
	}

	@Override
	public Map<String, Object> model(String page, AnimeEntry proposed) {
		Instant asked = proposed.revision().updatedAt();
		ReviewTask task = ReviewTask.asked(new ReviewRequested("no-token", "preview", proposed.id(),
				List.of("CORE_CONFLICT", "LOW_CONFIDENCE"), 0.72), asked);
		ReviewCase review = new ReviewCase(task, null, proposed, List.of(task.last()));
		return switch (page) {
			case "queue" -> PageModels.queue(List.of(review), TaskState.OPEN, null);
			case "task" -> PageModels.task(review, DecisionForm.of(proposed), List.of(), null);
			default -> Map.of("heading", review.title(), "text", review.title());
		};
	}

}
