package io.mokuroku.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The project has no key in any of its files.
 */
class SecretsTests {

	private static final Path ROOT = Path.of("../..");

	private static final Pattern SECRET = Pattern
		.compile("-----BEGIN [A-Z ]*PRIVATE KEY|\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{36}\\b"
				+ "|\\bgithub_pat_[A-Za-z0-9_]{60,}|\\bxox[abp]-[0-9]{8,}-|\\bAIza[A-Za-z0-9_-]{35}\\b");

	@Test
	void lieInNoFile() throws IOException {
		try (Stream<Path> files = Files.walk(ROOT)) {
			List<Path> sources = files.filter(SecretsTests::isOurs).filter(Files::isRegularFile).toList();
			assertThat(sources).hasSizeGreaterThan(500).noneMatch((file) -> SECRET.matcher(text(file)).find());
		}
	}

	private static boolean isOurs(Path path) {
		for (Path part : ROOT.relativize(path)) {
			String name = part.toString();
			if (name.equals("target") || name.equals(".git") || name.equals("state") || name.equals(".terraform")
					|| name.equals("node_modules")) {
				return false;
			}
		}
		return true;
	}

	private static String text(Path file) {
		try {
			return (Files.size(file) < 2_000_000) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
