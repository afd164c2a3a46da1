package io.mokuroku.local.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import io.mokuroku.local.Refusal;

/**
 * Where the catalogue is seeded from, checked before anything is started.
 */
final class Dataset {

	private Dataset() {
	}

	/**
	 * The dataset as sync-service understands it.
	 * @param given a file or an http(s) URL
	 * @return the URL as it is, or the absolute path of the file
	 */
	static String readable(String given) {
		if (given.matches("(?i)https?://.*")) {
			try {
				return URI.create(given).toURL().toString();
			}
			catch (IOException | IllegalArgumentException _) {
				throw new Refusal("The dataset " + given + " is not a URL that can be read.");
			}
		}
		Path file = Path.of(given).toAbsolutePath().normalize();
		if (!Files.exists(file)) {
			throw new Refusal("The dataset " + file + " does not exist.");
		}
		if (!Files.isRegularFile(file) || !hasContent(file)) {
			throw new Refusal("The dataset " + file + " cannot be read, or is empty.");
		}
		return file.toString();
	}

	private static boolean hasContent(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			return in.read() >= 0;
		}
		catch (IOException _) {
			return false;
		}
	}

}
