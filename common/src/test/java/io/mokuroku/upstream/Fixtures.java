package io.mokuroku.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Answers made up for tests: a show nobody has made, with ids nobody has given.
 */
public final class Fixtures {

	private Fixtures() {
	}

	/** The text of a file. */
	public static String text(String file) {
		return new String(bytes(file), StandardCharsets.UTF_8);
	}

	/** The bytes of a file. */
	public static byte[] bytes(String file) {
		try (InputStream in = Fixtures.class.getResourceAsStream("/upstream/" + file)) {
			return Objects.requireNonNull(in, file).readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A file read as clients read it. */
	public static <T> T read(String file, Class<T> type) {
		return read(AnswerForm.json(type), text(file));
	}

	/** A text read as clients read it, with apostrophes for quotation marks. */
	public static <T> T json(String json, Class<T> type) {
		return read(AnswerForm.json(type), json.replace('\'', '"'));
	}

	/** A text read in a form. */
	public static <T> T read(AnswerForm<T> form, String text) {
		try {
			return form.reader().read(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
