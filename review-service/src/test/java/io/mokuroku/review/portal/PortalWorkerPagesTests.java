package io.mokuroku.review.portal;

import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.review.Reviews;
import io.mokuroku.review.desk.Evidence;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.task.ReviewTask;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static io.mokuroku.review.Reviews.ASKED;
import static io.mokuroku.review.Reviews.aQuestion;
import static org.assertj.core.api.Assertions.assertThat;

final class PortalWorkerPagesTests {

	@Test
	void showsThePageOfThePortalWithoutItsLongParts() {
		AnimeEntry proposal = Entries.aDraft("Monster", "MYANIMELIST#19");
		ReviewTask task = Reviews.asked(aQuestion("run-1", proposal.id()), ASKED);
		TaskModel model = new TaskModel(new ReviewCase(task, null, proposal, List.of()), Evidence.NONE,
				new TaskModel.Reader("worker", true), ASKED);
		Map<String, Object> input = PortalWorkerPages.shown(model.opened(null));
		JsonNode page = JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(input));
		assertThat(page.path("tabs").findValuesAsString("id")).contains("core", "titles", "relations", "media")
			.doesNotContain("raw", "history", "people", "episodes");
		assertThat(page.path("title").asString()).isEqualTo("Monster");
		assertThat(page.path("base").asString()).isEqualTo(DecisionForm.base(proposal));
		assertThat(page.path("deciding").asBoolean()).isTrue();
		assertThat(page.toString().length()).isLessThan(256 * 1024);
	}

}
