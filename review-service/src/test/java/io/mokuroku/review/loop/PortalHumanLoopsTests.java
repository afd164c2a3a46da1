package io.mokuroku.review.loop;

import java.time.InstantSource;

import io.mokuroku.review.task.ReviewTasks;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class PortalHumanLoopsTests extends HumanLoopsContract {

	@Override
	HumanLoops loops(ReviewTasks store, InstantSource clock) {
		return portal(store, clock);
	}

	@Test
	void isCalledAsBudgetsCallIt() {
		assertThat(this.loops.adapter()).isEqualTo("portal");
	}

}
