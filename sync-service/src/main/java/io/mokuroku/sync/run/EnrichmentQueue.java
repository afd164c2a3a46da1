package io.mokuroku.sync.run;

import java.util.Map;
import java.util.concurrent.CompletionException;

import io.mokuroku.message.MessageQueue;
import io.mokuroku.message.QueueUrls;
import io.mokuroku.message.RetryableFailure;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * How many enrichment requests are waiting or being worked on, as far as SQS knows.
 */
final class EnrichmentQueue {

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	EnrichmentQueue(SqsAsyncClient sqs, QueueUrls urls) {
		this.sqs = sqs;
		this.urls = urls;
	}

	/**
	 * The number of requests.
	 * @throws RetryableFailure if SQS does not answer
	 */
	int depth() {
		try {
			String url = this.urls.of(MessageQueue.ENRICHMENT_REQUESTS.queueName());
			Map<QueueAttributeName, String> attributes = this.sqs
				.getQueueAttributes((ask) -> ask.queueUrl(url)
					.attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
							QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
							QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
				.join()
				.attributes();
			return attributes.values().stream().mapToInt(Integer::parseInt).sum();
		}
		catch (CompletionException ex) {
			throw new RetryableFailure("SQS does not tell how many requests there are", ex);
		}
	}

}
