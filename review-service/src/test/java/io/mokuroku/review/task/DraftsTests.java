package io.mokuroku.review.task;

import java.util.List;
import java.util.Map;

import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;

import static io.mokuroku.review.Reviews.ASKED;
import static org.assertj.core.api.Assertions.assertThat;

final class DraftsTests {

	private final Drafts drafts = new Drafts(LocalEngines.start().dynamo());

	private final TaskId task = TaskId.ofExecution("drafts");

	@Test
	void keepsOneDraftForEachReviewerAndTask() {
		Draft ada = draft("ada", 1, "Monster");
		assertThat(this.drafts.save(ada)).isTrue();
		assertThat(this.drafts.save(draft("grace", 1, "MONSTER"))).isTrue();
		assertThat(this.drafts.find(this.task, "ada")).hasValue(ada);
		assertThat(this.drafts.find(this.task, "eve")).isEmpty();
		this.drafts.remove(this.task, "ada");
		assertThat(this.drafts.find(this.task, "ada")).isEmpty();
		this.drafts.remove(this.task, "grace");
	}

	@Test
	void letsOneWindowOnlyWriteOverARevision() {
		this.drafts.save(draft("two-windows", 1, "first"));
		assertThat(this.drafts.save(draft("two-windows", 2, "second"))).isTrue();
		assertThat(this.drafts.save(draft("two-windows", 2, "other window"))).isFalse();
		assertThat(this.drafts.save(draft("two-windows", 1, "third window"))).isFalse();
		assertThat(this.drafts.find(this.task, "two-windows")).hasValue(draft("two-windows", 2, "second"));
		this.drafts.remove(this.task, "two-windows");
	}

	private Draft draft(String reviewer, long revision, String title) {
		return new Draft(this.task, reviewer, revision, 1, ASKED, Map.of("title", List.of(title)));
	}

}
