package io.mokuroku.enrichment.workflow;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.mokuroku.message.MessageQueue;
import io.mokuroku.message.QueueUrls;
import io.mokuroku.topology.Topology;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

import org.springframework.context.SmartLifecycle;

/**
 * Creates the state machine, or gives it the definition this service was built with. It
 * goes on trying until Step Functions is there.
 */
final class RegisterStateMachine implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(RegisterStateMachine.class);

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

	private final SfnClient sfn;

	private final QueueUrls urls;

	private final EnrichmentSettings settings;

	private final String deadLetters;

	private volatile @Nullable String arn;

	private volatile @Nullable ScheduledExecutorService attempts;

	RegisterStateMachine(SfnClient sfn, QueueUrls urls, Topology topology, EnrichmentSettings settings) {
		this.sfn = sfn;
		this.deadLetters = topology.queues()
			.stream()
			.filter((queue) -> queue.name().equals(MessageQueue.ENRICHMENT_REQUESTS.queueName()))
			.findFirst()
			.orElseThrow()
			.deadLetterName();
		this.urls = urls;
		this.settings = settings;
		this.arn = settings.registerStateMachine() ? null : settings.stateMachineArn();
	}

	/** The state machine, once it is registered. */
	Optional<String> arn() {
		return Optional.ofNullable(this.arn);
	}

	/** Registers it once. */
	void register() {
		String definition = StateMachineDefinition
			.with(Map.of("enrichment_tasks_queue_url", url(MessageQueue.ENRICHMENT_TASKS), "image_requests_queue_url",
					url(MessageQueue.IMAGE_REQUESTS), "review_requests_queue_url", url(MessageQueue.REVIEW_REQUESTS),
					"enrichment_requests_dlq_url", this.urls.of(this.deadLetters)));
		try {
			this.arn = this.sfn
				.createStateMachine((create) -> create.name(this.settings.stateMachineName())
					.definition(definition)
					.roleArn(this.settings.roleArn()))
				.stateMachineArn();
		}
		catch (StateMachineAlreadyExistsException ex) {
			String existing = existing();
			this.sfn.updateStateMachine((update) -> update.stateMachineArn(existing)
				.definition(definition)
				.roleArn(this.settings.roleArn()));
			this.arn = existing;
		}
		logger.info("state machine registered arn={}", this.arn);
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("state-machine").factory());
		this.attempts = started;
		if (this.arn == null) {
			var _ = started.scheduleWithFixedDelay(() -> attempt(started), 0, BETWEEN_ATTEMPTS.toMillis(),
					TimeUnit.MILLISECONDS);
		}
	}

	@Override
	public void stop() {
		ScheduledExecutorService started = this.attempts;
		if (started != null) {
			started.shutdownNow();
			this.attempts = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.attempts != null;
	}

	private void attempt(ScheduledExecutorService started) {
		try {
			register();
			started.shutdown();
		}
		catch (RuntimeException ex) {
			logger.warn("state machine not registered yet failure={}", ex.toString());
		}
	}

	private String existing() {
		return this.sfn.listStateMachinesPaginator()
			.stateMachines()
			.stream()
			.filter((machine) -> machine.name().equals(this.settings.stateMachineName()))
			.map(StateMachineListItem::stateMachineArn)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No state machine " + this.settings.stateMachineName()));
	}

	private String url(MessageQueue queue) {
		return this.urls.of(queue.queueName());
	}

}
