package io.mokuroku.review.portal;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beginning of an answer, as people read it.
 *
 * @param text JSON with a line for each field, anything else as it came
 * @param json whether it is JSON
 * @param cut whether there is more
 */
record ShownBody(String text, boolean json, boolean cut) {

	/** How many characters are shown. */
	static final int LONGEST = 64 * 1024;

	/** Of what is longer than this only the bytes that are shown are looked at. */
	private static final int MOST_READ_AS_TEXT = 4 * LONGEST;

	private static final ObjectWriter PRETTY = JsonMapper.shared().writerWithDefaultPrettyPrinter();

	static ShownBody of(byte[] body) {
		String pretty = pretty(body);
		if (pretty != null) {
			return new ShownBody(beginning(pretty), true, pretty.length() > LONGEST);
		}
		String text = new String(body, 0, Math.min(body.length, MOST_READ_AS_TEXT), StandardCharsets.UTF_8);
		return new ShownBody(beginning(text), false, text.length() > LONGEST || body.length > MOST_READ_AS_TEXT);
	}

	/** Token by token, so that it stays what came and ends where nobody reads on. */
	private static @Nullable String pretty(byte[] body) {
		StringWriter out = new StringWriter();
		try (JsonParser parser = JsonMapper.shared().createParser(body)) {
			try (JsonGenerator generator = PRETTY.createGenerator(out)) {
				while (parser.nextToken() != null && out.getBuffer().length() <= LONGEST) {
					generator.copyCurrentEventExact(parser);
				}
			}
		}
		catch (JacksonException _) {
			return null;
		}
		return out.getBuffer().isEmpty() ? null : out.toString();
	}

	private static String beginning(String text) {
		if (text.length() <= LONGEST) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end);
	}

}
