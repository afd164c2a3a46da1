package io.mokuroku.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the project lead where they say.
 */
class DocumentLinksTests {

	private static final Path ROOT = Path.of("../..");

	private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

	@Test
	void leadToWhatThereIs() throws IOException {
		List<String> broken = new ArrayList<>();
		int links = 0;
		for (Path page : pages()) {
			Matcher matcher = LINK.matcher(Files.readString(page));
			while (matcher.find()) {
				String target = matcher.group(1);
				if (target.matches("[a-z]+:.*") || target.startsWith("#")) {
					continue;
				}
				links++;
				Path file = page.resolveSibling(target.split("#", -1)[0]);
				if (!Files.exists(file)) {
					broken.add(ROOT.relativize(page) + " -> " + target);
				}
			}
		}
		assertThat(broken).isEmpty();
		assertThat(links).as("links read").isPositive();
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(ROOT.resolve("docs")); Stream<Path> top = Files.list(ROOT)) {
			return Stream.concat(docs, top).filter((path) -> path.toString().endsWith(".md")).toList();
		}
	}

}
