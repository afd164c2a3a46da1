package io.mokuroku.review.portal;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.decision.Submission;
import io.mokuroku.review.desk.Evidence;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.loop.WorkerPages;
import io.mokuroku.review.task.ReviewTask;

/**
 * The page of a task as workers outside the portal see it: the same page and the same
 * form. The lists of episodes and people, the proposal as it is stored and the history
 * stay here.
 */
final class PortalWorkerPages implements WorkerPages {

	private static final TaskModel.Reader WORKER = new TaskModel.Reader("worker", true);

	private static final Set<Object> SHOWN = Set.of("core", "titles", "relations", "media");

	private final ReviewDesk desk;

	private final InstantSource clock;

	PortalWorkerPages(ReviewDesk desk, InstantSource clock) {
		this.desk = desk;
		this.clock = clock;
	}

	@Override
	public Map<String, Object> input(ReviewTask task) {
		ReviewCase review = this.desk.find(task.id()).orElseThrow();
		Evidence said = new Evidence(this.desk.evidence(task).choices(), List.of(), List.of(), List.of());
		return shown(new TaskModel(review, said, WORKER, this.clock.instant()).opened(null));
	}

	static Map<String, Object> shown(Map<String, Object> page) {
		Map<String, Object> shown = new HashMap<>(page);
		if (page.get(PARTS) instanceof List<?> tabs) {
			shown.put(PARTS,
					tabs.stream()
						.filter((tab) -> tab instanceof Map<?, ?> part && SHOWN.contains(part.get("id")))
						.toList());
		}
		return shown;
	}

	@Override
	public Submission read(ReviewTask task, Map<String, List<String>> fields, List<Fault> faults) {
		return new DecisionForm(fields).submission(this.desk.find(task.id()).map(ReviewCase::proposal).orElse(null),
				faults);
	}

}
