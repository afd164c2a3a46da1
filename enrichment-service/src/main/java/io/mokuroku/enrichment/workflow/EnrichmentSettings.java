package io.mokuroku.enrichment.workflow;

import java.time.Duration;

import io.mokuroku.catalogue.store.ProcessingLocks;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How enrichment runs.
 *
 * @param registerStateMachine whether the service creates or updates the state machine
 * when it starts; in the cloud Terraform does
 * @param stateMachineName its name
 * @param stateMachineArn its ARN, needed where the service does not register it
 * @param roleArn the role it runs with, where the service registers it
 * @param maxRunning how many executions may be at work; those that wait for a person do
 * not count. Measured by the tasks that lie on the queue
 * @param taskConcurrency how many tasks this instance does at once
 * @param lockFor how long a start holds the entry, at most 24 hours
 * @param heartbeatEvery the time between two heartbeats, less than the definition's
 * HeartbeatSeconds
 */
@ConfigurationProperties("mokuroku.enrichment")
public record EnrichmentSettings(@DefaultValue("true") boolean registerStateMachine,
		@DefaultValue("mokuroku-enrichment") String stateMachineName, @Nullable String stateMachineArn,
		@DefaultValue("arn:aws:iam::000000000000:role/mokuroku-enrichment") String roleArn,
		@DefaultValue("20") int maxRunning, @DefaultValue("8") int taskConcurrency,
		@DefaultValue("24h") Duration lockFor, @DefaultValue("30s") Duration heartbeatEvery) {

	public EnrichmentSettings {
		if (maxRunning < 1 || taskConcurrency < 1) {
			throw new IllegalArgumentException("mokuroku.enrichment limits must be positive");
		}
		if (!lockFor.isPositive() || lockFor.compareTo(ProcessingLocks.LONGEST) > 0 || !heartbeatEvery.isPositive()) {
			throw new IllegalArgumentException("mokuroku.enrichment.lock-for lies between 0 and "
					+ ProcessingLocks.LONGEST + ", heartbeat-every is positive");
		}
		if (!registerStateMachine && stateMachineArn == null) {
			throw new IllegalArgumentException(
					"mokuroku.enrichment.state-machine-arn is needed where register-state-machine is false");
		}
	}

}
