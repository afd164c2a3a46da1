package io.mokuroku.upstream;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

import io.mokuroku.upstream.cache.Pace;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an answer is read.
 *
 * @param name what it is, for failures
 * @param accept the media type that is asked for
 * @param reader reads the body
 * @param pace tells how soon the answer is likely to change
 */
public record AnswerForm<T>(String name, String accept, Reader<T> reader, Function<T, Pace> pace) {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private static final JsonMapper ANY_CASE = MAPPER.rebuild()
		.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
		.build();

	/** JSON, with unknown members ignored, that may change soon. */
	public static <T> AnswerForm<T> json(Class<T> type) {
		return json(MAPPER, type);
	}

	/** The same whose members may be spelled in upper or lower case. */
	public static <T> AnswerForm<T> jsonInAnyCase(Class<T> type) {
		return json(ANY_CASE, type);
	}

	/** Bytes as they came, decompressed, that may change soon. */
	public static AnswerForm<byte[]> bytes(String accept) {
		return of("bytes", accept, (body) -> body);
	}

	/**
	 * Any other form that may change soon.
	 * @param name what it is, for failures
	 * @param accept the media type that is asked for
	 * @param reader reads the body
	 */
	public static <T> AnswerForm<T> of(String name, String accept, Reader<T> reader) {
		return new AnswerForm<>(name, accept, reader, (_) -> Pace.AIRING);
	}

	/** The same asked for as another media type. */
	public AnswerForm<T> accepting(String mediaType) {
		return new AnswerForm<>(this.name, mediaType, this.reader, this.pace);
	}

	/** The same with a rule for how soon it is likely to change. */
	public AnswerForm<T> paced(Function<T, Pace> rule) {
		return new AnswerForm<>(this.name, this.accept, this.reader, rule);
	}

	private static <T> AnswerForm<T> json(JsonMapper mapper, Class<T> type) {
		return of(type.getSimpleName(), "application/json", (body) -> {
			try {
				return Optional.ofNullable(mapper.readValue(body, type))
					.orElseThrow(() -> new IOException("JSON that says null"));
			}
			catch (JacksonException ex) {
				throw new IOException("not the expected JSON", ex);
			}
		});
	}

	/**
	 * Reads a body.
	 */
	@FunctionalInterface
	public interface Reader<T> {

		/**
		 * Reads a body that a dialect has judged to be an answer.
		 * @throws IOException if it is something else
		 */
		T read(byte[] body) throws IOException;

	}

}
