package io.mokuroku.enrichment.workflow;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;

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

	/**
	 * Makes a folder that nobody can read to its end, whatever they may: what lies in it
	 * has longer paths than the system takes.
	 * @return what makes it readable again when it is closed
	 */
	static Closeable tooDeepToRead(Path folder) throws IOException {
		Path within = Files.createDirectories(deep(folder, 17));
		Path rest = folder.resolve("rest");
		Files.createDirectories(deep(rest, 5));
		Path outOfReach = Files.move(rest, within.resolve("rest"));
		return () -> Files.move(outOfReach, rest);
	}

	private static Path deep(Path folder, int folders) {
		return folder.resolve(String.join("/", Collections.nCopies(folders, "x".repeat(200))));
	}

}
