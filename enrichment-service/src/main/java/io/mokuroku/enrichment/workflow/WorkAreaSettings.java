package io.mokuroku.enrichment.workflow;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much the work area holds, and for how long.
 *
 * @param perExecution what one execution may keep; one that needs more fails
 * @param total what all of them may keep; whoever needs more waits
 * @param keepFor how long the files of an execution that no longer runs are kept after
 * the last of them was written
 * @param sweepEvery the time between two looks for such files
 */
@ConfigurationProperties("mokuroku.enrichment.work-area")
public record WorkAreaSettings(@DefaultValue("64MB") DataSize perExecution, @DefaultValue("4GB") DataSize total,
		@DefaultValue("6h") Duration keepFor, @DefaultValue("15m") Duration sweepEvery) {

	public WorkAreaSettings {
		if (perExecution.toBytes() < 1 || total.compareTo(perExecution) < 0) {
			throw new IllegalArgumentException(
					"mokuroku.enrichment.work-area.per-execution is positive and not above total");
		}
		if (!keepFor.isPositive() || !sweepEvery.isPositive()) {
			throw new IllegalArgumentException("mokuroku.enrichment.work-area times are positive");
		}
	}

}
