package io.mokuroku.episodes.schedules;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.mokuroku.message.QueueUrls;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The ARNs of queues as SQS tells them, each asked for once.
 */
final class QueueArns {

	private final SqsAsyncClient sqs;

	private final QueueUrls urls;

	private final Map<String, String> known = new ConcurrentHashMap<>();

	QueueArns(SqsAsyncClient sqs, QueueUrls urls) {
		this.sqs = sqs;
		this.urls = urls;
	}

	/**
	 * The ARN of a queue.
	 * @throws java.util.concurrent.CompletionException if there is no such queue or SQS
	 * does not answer
	 */
	String of(String queueName) {
		String arn = this.known.get(queueName);
		if (arn == null) {
			String url = this.urls.of(queueName);
			arn = Objects.requireNonNull(
					this.sqs.getQueueAttributes((ask) -> ask.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
						.join()
						.attributes()
						.get(QueueAttributeName.QUEUE_ARN),
					queueName);
			this.known.put(queueName, arn);
		}
		return arn;
	}

}
