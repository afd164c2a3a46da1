package io.mokuroku.message;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * The addresses of queues, each asked for once.
 */
public final class QueueUrls {

	private final SqsAsyncClient sqs;

	private final Map<String, String> known = new ConcurrentHashMap<>();

	QueueUrls(SqsAsyncClient sqs) {
		this.sqs = sqs;
	}

	/**
	 * The address of a queue.
	 * @throws java.util.concurrent.CompletionException if there is no such queue or SQS
	 * does not answer
	 */
	public String of(String queueName) {
		String url = this.known.get(queueName);
		if (url == null) {
			url = this.sqs.getQueueUrl((ask) -> ask.queueName(queueName)).join().queueUrl();
			this.known.put(queueName, url);
		}
		return url;
	}

}
