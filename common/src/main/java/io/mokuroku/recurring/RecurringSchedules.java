package io.mokuroku.recurring;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import io.mokuroku.message.QueueUrls;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import org.springframework.context.SmartLifecycle;

/**
 * Registers what a service asks itself for.
 */
public final class RecurringSchedules {

	private final SchedulerClient scheduler;

	private final UnaryOperator<String> arns;

	RecurringSchedules(SchedulerClient scheduler, SqsAsyncClient sqs, QueueUrls urls) {
		this.scheduler = scheduler;
		this.arns = arns(sqs, urls);
	}

	/**
	 * Registers a request when the service starts, in the background, however long that
	 * takes.
	 */
	public SmartLifecycle atStart(RecurringRequest request) {
		return new ScheduleAtStart(request.name(), new RecurringSchedule(this.scheduler, this.arns, request));
	}

	/** Asks SQS for the ARNs of queues. */
	private static UnaryOperator<String> arns(SqsAsyncClient sqs, QueueUrls urls) {
		return (queue) -> {
			String url = urls.of(queue);
			Map<QueueAttributeName, String> attributes = sqs
				.getQueueAttributes((ask) -> ask.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
				.join()
				.attributes();
			return Objects.requireNonNull(attributes.get(QueueAttributeName.QUEUE_ARN), queue);
		};
	}

}
