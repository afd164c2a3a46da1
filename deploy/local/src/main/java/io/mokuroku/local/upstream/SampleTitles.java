package io.mokuroku.local.upstream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads titles from JSON Lines. A line that cannot be used is an error that names its
 * number.
 */
public final class SampleTitles {

	private static final String BUNDLED = "/io/mokuroku/local/sample/titles.jsonl";

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private SampleTitles() {
	}

	/**
	 * The titles that come with this module.
	 * @throws IllegalStateException when they are not on the class path
	 */
	public static List<SampleTitle> bundled() {
		try (InputStream in = SampleTitles.class.getResourceAsStream(BUNDLED)) {
			if (in == null) {
				throw new IllegalStateException("the sample titles are missing from the class path: " + BUNDLED);
			}
			return read(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Those and all invented ones.
	 */
	public static List<SampleTitle> andInvented() {
		List<SampleTitle> titles = new ArrayList<>(bundled());
		titles.addAll(InventedTitles.first(InventedTitles.ALL));
		return List.copyOf(titles);
	}

	/**
	 * The titles in a file.
	 * @throws UncheckedIOException when the file cannot be read
	 * @throws IllegalArgumentException when a line cannot be used
	 */
	static List<SampleTitle> read(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			return read(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<SampleTitle> read(InputStream in) throws IOException {
		List<SampleTitle> titles = new ArrayList<>();
		Set<Long> ids = new HashSet<>();
		BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
		int number = 0;
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			number++;
			if (line.isBlank()) {
				continue;
			}
			SampleTitle title = parse(line, number);
			if (!ids.add(title.mal())) {
				throw new IllegalArgumentException("line " + number + " repeats the title with mal " + title.mal());
			}
			titles.add(title);
		}
		return List.copyOf(titles);
	}

	private static SampleTitle parse(String line, int number) {
		try {
			return JSON.readValue(line, SampleTitle.class);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException("line " + number + " is not a title: " + ex.getOriginalMessage(), ex);
		}
	}

}
