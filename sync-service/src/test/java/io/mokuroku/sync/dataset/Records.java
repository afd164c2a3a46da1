package io.mokuroku.sync.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.SourceLink;

/**
 * Records to test with.
 */
public final class Records {

	private Records() {
	}

	/** A record with a title and links written as {@code PROVIDER#id}. */
	public static DatasetRecord aRecord(String title, String... links) {
		return aRecord(title, AiringStatus.FINISHED, links);
	}

	/** A record of a status. */
	public static DatasetRecord aRecord(String title, AiringStatus status, String... links) {
		return new DatasetRecord(Arrays.stream(links).map(SourceLink::ofKey).toList(), title, AnimeType.TV, 12, status,
				null, 2006, null, null, 1440, null, List.of(), List.of(), List.of(), List.of(), List.of());
	}

	/** The print of some line that says what a record says. */
	public static LinePrint print(DatasetRecord content) {
		byte[] line = content.toString().getBytes(StandardCharsets.UTF_8);
		return LinePrint.of(line, 0, line.length);
	}

}
