package io.mokuroku.sync.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is gone when it is closed.
 *
 * @param path where it lies
 */
record TemporaryFile(Path path) implements AutoCloseable {

	static TemporaryFile create() throws ReleaseUnavailable {
		try {
			return new TemporaryFile(Files.createTempFile("release-", ".bin"));
		}
		catch (IOException ex) {
			throw new ReleaseUnavailable("No room for a temporary file", ex);
		}
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.path);
		}
		catch (IOException ex) {
			this.path.toFile().deleteOnExit();
		}
	}

}
