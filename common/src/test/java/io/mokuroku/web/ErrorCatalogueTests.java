package io.mokuroku.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code docs/errors.md} names every code that any service answers with, and no other.
 */
class ErrorCatalogueTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| (\\d{3}) \\|");

	private static final Pattern OWN_CODE = Pattern
		.compile("ApiProblem\\s*\\.\\s*(notFound|conflict)\\(\\s*\"([a-z][a-z0-9_]*)\"\\s*,");

	@Test
	void namesEveryCodeWithItsStatus() throws IOException {
		Map<String, String> documented = new TreeMap<>();
		Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/errors.md")));
		while (row.find()) {
			assertThat(documented.put(row.group(1), row.group(2))).as("twice: " + row.group(1)).isNull();
		}
		Map<String, String> used = new TreeMap<>();
		Arrays.stream(ErrorCode.values()).forEach((code) -> used.put(code.code(), Integer.toString(code.status())));
		int general = used.size();
		for (Path source : sources()) {
			Matcher own = OWN_CODE.matcher(Files.readString(source));
			while (own.find()) {
				used.put(own.group(2), own.group(1).equals("notFound") ? "404" : "409");
			}
		}
		assertThat(used).as("the search for codes in the sources").hasSizeGreaterThan(general + 5);
		assertThat(documented).as("the rows of docs/errors.md: `code` | status").isEqualTo(used);
	}

	private static List<Path> sources() {
		try (Stream<Path> modules = Files.list(ROOT)) {
			return modules.map((module) -> module.resolve("src/main/java"))
				.filter(Files::isDirectory)
				.flatMap((root) -> {
					try (Stream<Path> files = Files.walk(root)) {
						return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
					}
					catch (IOException ex) {
						throw new UncheckedIOException(ex);
					}
				})
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
