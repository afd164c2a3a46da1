package io.mokuroku.search.agentic.choice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What models are told to do, by version: the files {@code prompts/plan-v1.txt} and so
 * on. A version that was in use is never changed, only followed by another.
 */
public final class Prompts {

	private static final String VERSION = "v[0-9]{1,4}";

	private final ConcurrentMap<String, String> read = new ConcurrentHashMap<>();

	/** The prompt of a version. */
	public Optional<String> find(String version) {
		if (!version.matches(VERSION)) {
			return Optional.empty();
		}
		return Optional.ofNullable(this.read.computeIfAbsent(version, (which) -> {
			try (InputStream text = Prompts.class
				.getResourceAsStream("/io/mokuroku/search/agentic/prompts/plan-" + which + ".txt")) {
				return (text != null) ? new String(text.readAllBytes(), StandardCharsets.UTF_8).strip() : null;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}));
	}

}
