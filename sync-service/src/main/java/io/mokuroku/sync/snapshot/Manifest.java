package io.mokuroku.sync.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.export.Licence;
import io.mokuroku.message.SnapshotRequested.Cause;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of contents of a snapshot, written after everything it names has been
 * verified. A snapshot without it does not exist.
 *
 * @param schemaVersion how files and lines are to be read
 * @param id the snapshot, sorts by time
 * @param cause what it was taken for
 * @param readPoint the time it shows
 * @param sourceRelease the dataset release that was applied last, if one is known
 * @param licence under which terms the data may be used
 * @param tables what it holds
 * @param files where that lies
 */
record Manifest(int schemaVersion, String id, Cause cause, ReadPoint readPoint, @Nullable String sourceRelease,
		Licence licence, List<TableContents> tables, List<SnapshotFile> files) {

	/** The terms of the dataset this catalogue is derived from. */
	static final Licence OF_THE_DATASET = new Licence("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/",
			"DbCL-1.0", "https://opendatacommons.org/licenses/dbcl/1-0/",
			"Contains information from anime-offline-database, which is made available under the Open Database "
					+ "License (ODbL) 1.0; any rights in individual contents are licensed under the Database "
					+ "Contents License (DbCL) 1.0. This database is derived from it and offered under the same "
					+ "terms.");

	/** Files are zstd, lines are items in DynamoDB JSON. */
	static final int SCHEMA_VERSION = 1;

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	Manifest {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(cause, "cause");
		Objects.requireNonNull(readPoint, "readPoint");
		Objects.requireNonNull(licence, "licence");
		tables = List.copyOf(tables);
		files = List.copyOf(files);
	}

	byte[] write() {
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
	}

	/**
	 * Reads a manifest.
	 * @throws SnapshotUnusable if it is none, or of a schema this program does not know
	 */
	static Manifest read(byte[] json) throws SnapshotUnusable {
		try {
			JsonNode tree = MAPPER.readTree(json);
			int schema = tree.path("schemaVersion").asInt(0);
			if (schema != SCHEMA_VERSION) {
				throw new SnapshotUnusable("The manifest has schema version %d, this program reads version %d"
					.formatted(schema, SCHEMA_VERSION));
			}
			return MAPPER.treeToValue(tree, Manifest.class);
		}
		catch (JacksonException ex) {
			throw new SnapshotUnusable("The manifest cannot be read: " + ex.getOriginalMessage(), ex);
		}
	}

	Manifest with(List<TableContents> contents) {
		return new Manifest(this.schemaVersion, this.id, this.cause, this.readPoint, this.sourceRelease, this.licence,
				contents, this.files);
	}

	List<SnapshotFile> amendments() {
		return this.files.stream().filter(SnapshotFile::amendment).toList();
	}

	/**
	 * The time a snapshot shows: every entry is whole, in a state that was the committed
	 * one at some instant between these two.
	 *
	 * @param start before the first item was read
	 * @param end after the last was
	 */
	record ReadPoint(Instant start, Instant end) {

		ReadPoint {
			Objects.requireNonNull(start, "start");
			Objects.requireNonNull(end, "end");
		}

	}

}
