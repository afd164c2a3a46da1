package io.mokuroku.review.loop;

import java.time.InstantSource;

import io.awspring.cloud.sqs.listener.SqsMessageListenerContainer;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.Stores;
import io.mokuroku.message.Messages;
import io.mokuroku.message.QueueListeners;
import io.mokuroku.review.decision.DecideReview;
import io.mokuroku.recurring.RepeatedWork;
import io.mokuroku.review.decision.TestDecisions;
import io.mokuroku.review.decision.WorkflowCallback;
import io.mokuroku.review.decision.WorkflowFake;
import io.mokuroku.review.task.PopularRank;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TestTasks;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

final class LoopConfigurationTests {

	private static final LocalEngines ENGINES = LocalEngines.start();

	private static final InstantSource CLOCK = InstantSource.system();

	private final ApplicationContextRunner house = new ApplicationContextRunner()
		.withUserConfiguration(LoopConfiguration.class, A2iConfiguration.class)
		.withBean(InstantSource.class, () -> CLOCK)
		.withBean(ReviewTasks.class, TestTasks::onDynamo)
		.withBean(AnimeStore.class, () -> Stores.on(ENGINES, CLOCK).anime())
		.withBean(EntryParts.class, () -> Stores.parts(ENGINES.dynamo()))
		.withBean(LoopCosts.class, () -> (_) -> {
		})
		.withBean(PopularRank.class, () -> new PopularRank(2000))
		.withBean(WorkflowCallback.class, WorkflowFake::new)
		.withBean(WorkerPages.class, PagesFake::new)
		.withBean(DecideReview.class, () -> TestDecisions.deciding(TestTasks.onDynamo(), new WorkflowFake(), CLOCK))
		.withBean(QueueListeners.class, () -> Messages.listeners(ENGINES, 8));

	@Test
	void makesNothingOfA2iUnlessItIsChosen() {
		this.house.run((made) -> {
			assertThat(made.getBean(HumanLoops.class)).isInstanceOf(PortalHumanLoops.class);
			assertThat(made).doesNotHaveBean(A2iRuntime.class)
				.doesNotHaveBean(SqsMessageListenerContainer.class)
				.doesNotHaveBean(RepeatedWork.class);
		});
	}

	@Test
	void makesWhatA2iNeedsOnceItIsChosen() {
		this.house
			.withPropertyValues("mokuroku.review.loop=a2i", "mokuroku.review.a2i.flow-definition-arn=" + A2iFake.FLOW,
					"mokuroku.review.a2i.output=" + A2iFake.PLACE)
			.run((made) -> {
				assertThat(made.getBean(HumanLoops.class)).returns("a2i", HumanLoops::adapter);
				assertThat(made.getBean(SqsMessageListenerContainer.class).getId()).isEqualTo("review-events");
				assertThat(made).hasSingleBean(RepeatedWork.class);
			});
	}

	@Test
	void doesNotStartWithoutAFlowDefinitionOrWithAnUnknownWay() {
		this.house.withPropertyValues("mokuroku.review.loop=a2i").run((made) -> assertThat(made).hasFailed());
		this.house.withPropertyValues("mokuroku.review.loop=pigeons").run((made) -> assertThat(made).hasFailed());
	}

}
