package io.mokuroku.enrichment.workflow;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import io.mokuroku.message.MessageQueue;
import io.mokuroku.message.QueueUrls;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The workload as the queue of tasks counts it.
 */
final class SqsWorkload implements Workload {

	private static final List<QueueAttributeName> COUNTS = List.of(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
			QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	SqsWorkload(SqsAsyncClient sqs, QueueUrls urls) {
		this.sqs = sqs;
		this.urls = urls;
	}

	@Override
	public int openTasks() {
		try {
			String url = this.urls.of(MessageQueue.ENRICHMENT_TASKS.queueName());
			Map<QueueAttributeName, String> counts = this.sqs
				.getQueueAttributes((ask) -> ask.queueUrl(url).attributeNames(COUNTS))
				.join()
				.attributes();
			return COUNTS.stream().mapToInt((name) -> Integer.parseInt(counts.getOrDefault(name, "0"))).sum();
		}
		catch (CompletionException ex) {
			throw new RetryableFailure("SQS cannot be reached", ex);
		}
	}

}
