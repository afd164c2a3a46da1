package io.mokuroku.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the project lead where they say.
 */
class DocumentLinksTests {

	private static final Path ROOT = Path.of("../..");

	private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

	@Test
	void leadToWhatThereIs() throws IOException {
		List<String> broken = new ArrayList<>();
		int links = 0;
		for (Path page : pages()) {
			Matcher matcher = LINK.matcher(Files.readString(page));
			while (matcher.find()) {
				String target = matcher.group(1);
				if (target.matches("[a-z]+:.*")) {
					continue;
				}
				links++;
				String[] parts = target.split("#", 2);
				Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
				boolean section = parts.length > 1 && file.toString().endsWith(".md");
				if (!Files.exists(file) || (section && !sections(file).contains(parts[1]))) {
					broken.add(ROOT.relativize(page) + " -> " + target);
				}
			}
		}
		assertThat(broken).isEmpty();
		assertThat(links).as("links read").isPositive();
	}

	/** The names by which links know the headings of a page. */
	static Set<String> sections(Path page) throws IOException {
		return HEADING.matcher(Files.readString(page))
			.results()
			.map((heading) -> heading.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N}_ -]", "")
				.replace(' ', '-'))
			.collect(Collectors.toSet());
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(ROOT.resolve("docs")); Stream<Path> top = Files.list(ROOT)) {
			return Stream.concat(docs, top).filter((path) -> path.toString().endsWith(".md")).toList();
		}
	}

}
