package io.mokuroku.topology;

import java.util.Map;

import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Creates the queues of a {@link Topology} where Terraform does not.
 */
public final class Queues {

	private static final String FOURTEEN_DAYS = "1209600";

	private Queues() {
	}

	/**
	 * Creates every queue with its dead-letter queue; what exists stays as it is.
	 * @param sqs the account to create queues in
	 * @param topology what must exist
	 */
	public static void createMissing(SqsAsyncClient sqs, Topology topology) {
		for (Topology.Queue queue : topology.queues()) {
			String deadLetterUrl = create(sqs, queue.deadLetterName(),
					Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, FOURTEEN_DAYS));
			String deadLetterArn = sqs
				.getQueueAttributes((ask) -> ask.queueUrl(deadLetterUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
				.join()
				.attributes()
				.getOrDefault(QueueAttributeName.QUEUE_ARN, "");
			create(sqs, queue.name(),
					Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(queue.visibilityTimeoutSeconds()),
							QueueAttributeName.MESSAGE_RETENTION_PERIOD, FOURTEEN_DAYS,
							QueueAttributeName.REDRIVE_POLICY,
							"{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}".formatted(deadLetterArn,
									queue.maxReceiveCount())));
		}
	}

	private static String create(SqsAsyncClient sqs, String name, Map<QueueAttributeName, String> attributes) {
		return sqs.createQueue((create) -> create.queueName(name).attributes(attributes)).join().queueUrl();
	}

}
