package io.mokuroku.search.export;

import java.io.InputStream;
import java.util.Optional;

import io.mokuroku.export.Export;

/**
 * The exports that sync-service has written. Every method throws
 * {@link io.mokuroku.message.RetryableFailure} if their store does not answer.
 */
interface Exports {

	/** The newest one; empty if none was written yet. */
	Optional<Export> latest();

	/**
	 * The bytes of a file.
	 * @return to be closed by the caller; empty if the file is gone
	 */
	Optional<InputStream> open(Export export);

}
