package io.mokuroku.review;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.message.MessageSender;
import io.mokuroku.message.ReviewRequested;
import io.mokuroku.review.decision.StatesFake;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.ReviewTasks;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static io.mokuroku.review.Reviews.aQuestion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * From a question on the queue over a correction to the answer in the workflow.
 */
@ReviewServiceTest
final class ReviewFlowTests {

	private final MockMvcTester http;

	private final EntryParts parts;

	private final ReviewTasks tasks;

	private final MessageSender sender;

	ReviewFlowTests(MockMvcTester http, EntryParts parts, ReviewTasks tasks, MessageSender sender) {
		this.http = http;
		this.parts = parts;
		this.tasks = tasks;
		this.sender = sender;
	}

	@Test
	void bringsAQuestionBeforePeopleAndTheirAnswerBack() {
		AnimeEntry proposal = Entries.aDraft("Monsta", "MYANIMELIST#19");
		this.parts.putProposal(proposal);
		ReviewRequested question = aQuestion("flow-1", proposal.id());
		this.sender.send(question);
		this.sender.send(question);
		TaskId id = TaskId.ofExecution("flow-1");
		await().until(() -> this.tasks.find(id).isPresent());
		await().until(() -> unfinished() == 0);
		assertThat(this.tasks.find(id)).get().returns(1L, ReviewTask::version);
		assertThat(this.http.post()
			.uri("/v1/reviews/" + id + "/decision")
			.header("Authorization", "Bearer reviews.decide")
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"decision":"APPROVE_WITH_EDITS","version":1,"note":"a typing error",
					"edits":{"title":"Monster","episodes":74}}""")).hasStatusOk();
		AnimeEntry corrected = this.parts.findProposal(proposal.id()).orElseThrow();
		assertThat(corrected.titles().main()).isEqualTo("Monster");
		assertThat(corrected.episodes()).isEqualTo(74);
		assertThat(corrected.provenance().values()).extracting("source").containsOnly("reviewer");
		assertThat(ReviewServiceTest.Surroundings.STATES.answers())
			.filteredOn(StatesFake.Answered::token, question.taskToken())
			.singleElement()
			.satisfies((answer) -> {
				assertThat(answer.action()).isEqualTo("SendTaskSuccess");
				assertThat(answer.body().path("output").asString()).contains("\"APPROVE_WITH_EDITS\"", "\"Monster\"");
			});
	}

	private static int unfinished() {
		LocalEngines engines = ReviewServiceTest.Surroundings.ENGINES;
		return engines.sqs()
			.getQueueAttributes((ask) -> ask.queueUrl(engines.queueUrl("review-requests"))
				.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
						QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
			.join()
			.attributesAsStrings()
			.values()
			.stream()
			.mapToInt(Integer::parseInt)
			.sum();
	}

}
