package io.mokuroku.review.portal;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.review.cost.QueueCounts;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.task.OpenTasks;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.Subject;
import io.mokuroku.review.task.TaskFilter;
import io.mokuroku.review.task.TaskState;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static io.mokuroku.review.Reviews.anime;
import static org.assertj.core.api.Assertions.assertThat;

final class QueueModelTests {

	private final ReviewTask task = ReviewTask.asked(aQuestion("run-1", anime(19)),
			new Subject("Monster", AnimeType.TV, Priority.HIGH), ASKED);

	@Test
	void listsWhatWaits() {
		Map<String, Object> model = new QueueModel(QueueModel.Query.ALL, "ada", ASKED.plus(Duration.ofMinutes(1))).of(
				new ReviewDesk.CasePage(List.of(new ReviewCase(this.task, null, null, List.of())), "next-page"),
				new QueueCounts(new OpenTasks(1_234, 3, 2), 7));
		assertThat(model).containsEntry("count", "1 review shown")
			.containsEntry("filtered", false)
			.containsEntry("totals",
					List.of(Map.of("label", "open", "count", "1,234"), Map.of("label", "claimed", "count", "3"),
							Map.of("label", "escalated", "count", "2"),
							Map.of("label", "waiting for budget", "count", "7")))
			.containsEntry("next", "/portal?after=next-page");
		assertThat(model.get("tasks")).asString()
			.contains("title=Monster", "age=1 minute", "priority=High", "type=TV",
					"label=Sources contradict each other");
	}

	@Test
	void filtersByWhatTheAddressSays() {
		QueueModel.Query query = new QueueModel.Query("DEFERRED", "SAMPLE", "URGENT", "MOVIE", "mine", "mon & ster",
				null);
		assertThat(query.filter("ada")).isEqualTo(
				new TaskFilter(TaskState.DEFERRED, "SAMPLE", Priority.URGENT, "ada", AnimeType.MOVIE, "mon & ster"));
		assertThat(query.address("a+b")).contains("claim=mine", "text=mon%20%26%20ster", "after=a%2Bb");
	}

	@Test
	void leavesOutWhatItDoesNotKnow() {
		QueueModel.Query query = new QueueModel.Query("open", "", "high", "FILM", "yours", " ", "x");
		assertThat(query.filter("ada")).isEqualTo(TaskFilter.of(TaskState.OPEN));
	}

}
