package io.mokuroku.job;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the instances of a service share the runs they take turns at.
 *
 * @param lease how long the others wait before they go on with the run of an instance
 * that does not answer, at least 1 s
 * @param clockSkew by how much the clocks of two instances may differ, not negative;
 * beyond it an instance whose clock is ahead may take a run from one that still works on
 * it, which costs the work since its last checkpoint and nothing else
 * @param lookEvery how often an instance looks for a run that another was asked for, at
 * least 1 ms
 */
@ConfigurationProperties("mokuroku.jobs")
public record JobSettings(@DefaultValue("30s") Duration lease, @DefaultValue("5m") Duration clockSkew,
		@DefaultValue("5s") Duration lookEvery) {

	public JobSettings {
		if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException("mokuroku.jobs.lease must last at least 1s");
		}
		if (clockSkew.isNegative()) {
			throw new IllegalArgumentException("mokuroku.jobs.clock-skew must not be negative");
		}
		if (lookEvery.toMillis() < 1) {
			throw new IllegalArgumentException("mokuroku.jobs.look-every must last at least 1ms");
		}
	}

}
