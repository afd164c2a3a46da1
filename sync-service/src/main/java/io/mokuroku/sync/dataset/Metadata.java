package io.mokuroku.sync.dataset;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a release says about itself.
 *
 * @param lastUpdate the day it was built on; absent if it does not say
 * @param licence the name of its licence; absent if it does not say
 */
public record Metadata(@Nullable LocalDate lastUpdate, @Nullable String licence) {

	private static final ObjectReader READER = JsonMapper.shared()
		.readerFor(JsonNode.class)
		.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

	/**
	 * Reads it from a JSON object.
	 * @throws IllegalArgumentException if that is none
	 */
	static Metadata read(byte[] json) {
		JsonNode node;
		try {
			node = READER.readValue(json);
		}
		catch (JacksonException ex) {
			throw new IllegalArgumentException(ex.getOriginalMessage(), ex);
		}
		if (!node.isObject()) {
			throw new IllegalArgumentException("no object");
		}
		return new Metadata(date(node.path("lastUpdate")), text(node.path("license").path("name")));
	}

	private static @Nullable LocalDate date(JsonNode node) {
		try {
			return node.isString() ? LocalDate.parse(node.asString()) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static @Nullable String text(JsonNode node) {
		return (node.isString() && !node.asString().isBlank()) ? node.asString() : null;
	}

}
