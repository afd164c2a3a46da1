package io.mokuroku.search.export;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.export.Export;
import io.mokuroku.export.Licence;
import io.mokuroku.search.answer.Resource;
import org.jspecify.annotations.Nullable;

/**
 * An export as clients see it.
 *
 * @param takenAt the time it shows
 * @param sourceRelease the dataset release that was applied last
 * @param format lines of JSON, compressed with gzip
 * @param schemaVersion how lines are to be read
 * @param entries how many lines there are
 * @param bytes the size of the file
 * @param sha256 the digest of the file, in hexadecimal
 * @param licence under which terms it may be used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportDetails(Instant takenAt, @Nullable String sourceRelease, String format, int schemaVersion, long entries,
		long bytes, String sha256, Licence licence) {

	static Resource<ExportDetails> resource(Export export) {
		return new Resource<>(
				"export", export.id(), new ExportDetails(export.takenAt(), export.sourceRelease(), "jsonl+gzip",
						export.schemaVersion(), export.entries(), export.bytes(), export.sha256(), export.licence()),
				null);
	}

}
