package io.mokuroku.export;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with the whole catalogue that is open to all, as it is told of beside it.
 *
 * @param schemaVersion how lines are to be read
 * @param id the snapshot it was made of
 * @param takenAt the time it shows
 * @param sourceRelease the dataset release that was applied last
 * @param key where its file lies in the bucket
 * @param bytes the size of the file
 * @param sha256 the digest of the file, in hexadecimal
 * @param entries how many lines it has
 * @param licence under which terms it may be used
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Export(int schemaVersion, String id, Instant takenAt, @Nullable String sourceRelease, String key,
		long bytes, String sha256, long entries, Licence licence) {

	/** How lines are written now. */
	public static final int SCHEMA_VERSION = 1;

	/** Under which key of the bucket the newest export is told of. */
	public static final String LATEST = "exports/latest.json";

	private static final JsonMapper JSON = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	public Export {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(takenAt, "takenAt");
		Objects.requireNonNull(key, "key");
		Objects.requireNonNull(sha256, "sha256");
		Objects.requireNonNull(licence, "licence");
	}

	/** As it lies under {@link #LATEST}. */
	public byte[] written() {
		return JSON.writeValueAsBytes(this);
	}

	/**
	 * Reads what {@link #written} wrote, perhaps of a later form with more fields.
	 * @throws tools.jackson.core.JacksonException if it is something else
	 */
	public static Export read(byte[] written) {
		return JSON.readValue(written, Export.class);
	}

}
