package io.mokuroku.sync.dataset;

import java.util.ArrayList;
import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the value under the cursor of a parser. What is of another kind than expected is
 * passed over, and means that nothing is known.
 */
final class RecordValues {

	/** Links are keys of DynamoDB, which have at most 2048 bytes. */
	private static final int LONGEST_LINK = 500;

	private static final AnimeType[] TYPES = AnimeType.values();

	private static final AiringStatus[] STATES = AiringStatus.values();

	private static final Season[] SEASONS = Season.values();

	private RecordValues() {
	}

	/** The name of the first member of an object; null if it is none or empty. */
	static @Nullable String firstName(JsonParser json) {
		if (json.currentToken() == JsonToken.START_OBJECT) {
			return json.nextName();
		}
		json.skipChildren();
		return null;
	}

	static List<SourceLink> links(JsonParser json) {
		List<SourceLink> links = new ArrayList<>();
		if (json.currentToken() != JsonToken.START_ARRAY) {
			json.skipChildren();
			return links;
		}
		for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
			if (next == JsonToken.VALUE_STRING) {
				String link = json.getString();
				if (link.length() <= LONGEST_LINK) {
					SourceLink.parse(link).ifPresent(links::add);
				}
			}
			else {
				json.skipChildren();
			}
		}
		return links;
	}

	static List<String> texts(JsonParser json) {
		List<String> texts = new ArrayList<>();
		if (json.currentToken() != JsonToken.START_ARRAY) {
			json.skipChildren();
			return texts;
		}
		for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
			String text = text(json).strip();
			if (!text.isEmpty()) {
				texts.add(text);
			}
		}
		return texts;
	}

	/** The text under the cursor; empty, and passed over, if it is none. */
	static String text(JsonParser json) {
		if (json.currentToken() == JsonToken.VALUE_STRING) {
			return json.getString();
		}
		json.skipChildren();
		return "";
	}

	static @Nullable Integer positive(JsonParser json) {
		if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
			int value = json.getIntValue();
			return (value > 0) ? Integer.valueOf(value) : null;
		}
		json.skipChildren();
		return null;
	}

	static double number(JsonParser json) {
		JsonToken token = json.currentToken();
		if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
			return json.getDoubleValue();
		}
		json.skipChildren();
		return 0;
	}

	static AnimeType type(String text) {
		for (AnimeType type : TYPES) {
			if (type.name().equalsIgnoreCase(text)) {
				return type;
			}
		}
		return AnimeType.UNKNOWN;
	}

	static AiringStatus status(String text) {
		for (AiringStatus status : STATES) {
			if (status.name().equalsIgnoreCase(text)) {
				return status;
			}
		}
		return AiringStatus.UNKNOWN;
	}

	static @Nullable Season season(String text) {
		for (Season season : SEASONS) {
			if (season.name().equalsIgnoreCase(text)) {
				return season;
			}
		}
		return null;
	}

	static @Nullable String picture(String address) {
		return address.contains("/pics/no_pic") ? null : address;
	}

}
