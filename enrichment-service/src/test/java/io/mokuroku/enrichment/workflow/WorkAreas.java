package io.mokuroku.enrichment.workflow;

import java.nio.file.Path;
import java.time.Duration;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.util.unit.DataSize;

/**
 * Work areas of tests.
 */
public final class WorkAreas {

	private WorkAreas() {
	}

	/** One with the usual limits below a folder. */
	public static WorkArea in(Path root) {
		return new WorkArea(root, new WorkAreaSettings(DataSize.ofMegabytes(64), DataSize.ofGigabytes(4),
				Duration.ofHours(6), Duration.ofMinutes(15)), new SimpleMeterRegistry());
	}

}
