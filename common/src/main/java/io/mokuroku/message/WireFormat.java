package io.mokuroku.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of messages: absent values are left out, unknown members are ignored so that a
 * newer producer does not stop an older consumer.
 */
public final class WireFormat {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private WireFormat() {
	}

	/** The JSON of a message. */
	public static String write(QueueMessage message) {
		return MAPPER.writeValueAsString(message);
	}

	/**
	 * Reads a message.
	 * @throws PermanentFailure with code {@code undecodable} if the text is not such a
	 * message
	 */
	public static <M extends QueueMessage> M read(String json, Class<M> type) {
		try {
			M message = MAPPER.readValue(json, type);
			if (message == null) {
				throw new PermanentFailure("undecodable", "Not a " + type.getSimpleName() + ": null");
			}
			return message;
		}
		catch (JacksonException ex) {
			throw new PermanentFailure("undecodable", "Not a " + type.getSimpleName() + ": " + ex.getOriginalMessage(),
					ex);
		}
	}

}
