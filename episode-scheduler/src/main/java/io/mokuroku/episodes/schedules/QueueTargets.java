package io.mokuroku.episodes.schedules;

import java.util.function.UnaryOperator;

import io.mokuroku.message.MessageQueue;
import software.amazon.awssdk.services.scheduler.model.Target;

/**
 * Describes queues as targets of schedules.
 */
final class QueueTargets {

	private static final int MOST_ATTEMPTS = 10;

	private static final int OLDEST_EVENT_SECONDS = 6 * 60 * 60;

	private final UnaryOperator<String> arns;

	private final String roleArn;

	/**
	 * Targets that are reached in a role.
	 * @param arns the ARN of a queue by its name
	 * @param roleArn the role that may send to the queues
	 */
	QueueTargets(UnaryOperator<String> arns, String roleArn) {
		this.arns = arns;
		this.roleArn = roleArn;
	}

	/** A queue as a target; what cannot be delivered goes to its dead-letter queue. */
	Target to(MessageQueue queue, String input) {
		return Target.builder()
			.arn(this.arns.apply(queue.queueName()))
			.roleArn(this.roleArn)
			.input(input)
			.retryPolicy(
					(retry) -> retry.maximumRetryAttempts(MOST_ATTEMPTS).maximumEventAgeInSeconds(OLDEST_EVENT_SECONDS))
			.deadLetterConfig((dead) -> dead.arn(this.arns.apply(queue.queueName() + "-dlq")))
			.build();
	}

}
