package io.mokuroku.sync.dataset;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads records as releases write them. Members that are not known are ignored, values
 * that mean "unknown" become absent.
 */
final class RecordParser {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	DatasetLine parse(long number, String json) {
		try {
			return parse(number, MAPPER.readTree(json));
		}
		catch (JacksonException ex) {
			return new DatasetLine.Broken(number, "not JSON: " + ex.getOriginalMessage());
		}
	}

	DatasetLine parse(long number, JsonNode node) {
		try {
			return new DatasetLine.Parsed(number, record(node));
		}
		catch (IllegalArgumentException | JacksonException ex) {
			return new DatasetLine.Broken(number, String.valueOf(ex.getMessage()));
		}
	}

	private static DatasetRecord record(JsonNode node) {
		JsonNode season = node.path("animeSeason");
		return new DatasetRecord(links(node.path("sources")), node.path("title").asString(""),
				constant(AnimeType.class, node.path("type"), AnimeType.UNKNOWN), positive(node.path("episodes")),
				constant(AiringStatus.class, node.path("status"), AiringStatus.UNKNOWN),
				"UNDEFINED".equals(season.path("season").asString("UNDEFINED")) ? null
						: Season.valueOf(season.path("season").asString()),
				year(season.path("year")), picture(node.path("picture")), picture(node.path("thumbnail")),
				"SECONDS".equals(node.path("duration").path("unit").asString(""))
						? positive(node.path("duration").path("value")) : null,
				score(node.path("score")), texts(node.path("synonyms")), texts(node.path("studios")),
				texts(node.path("producers")), links(node.path("relatedAnime")), texts(node.path("tags")));
	}

	private static List<SourceLink> links(JsonNode array) {
		return texts(array).stream().map(SourceLink::parse).flatMap(Optional::stream).toList();
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		for (JsonNode element : array) {
			if (element.isString() && !element.asString().isBlank()) {
				texts.add(element.asString().strip());
			}
		}
		return texts;
	}

	private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, E unknown) {
		String name = node.asString("").toUpperCase(Locale.ROOT);
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(name)) {
				return constant;
			}
		}
		return unknown;
	}

	private static @Nullable Integer positive(JsonNode node) {
		return (node.isIntegralNumber() && node.asInt(0) > 0) ? Integer.valueOf(node.asInt()) : null;
	}

	private static @Nullable Integer year(JsonNode node) {
		Integer year = positive(node);
		return (year != null && year >= 1907) ? year : null;
	}

	private static @Nullable URI picture(JsonNode node) {
		String address = node.asString("");
		if (!address.startsWith("http") || address.contains("/pics/no_pic")) {
			return null;
		}
		return URI.create(address);
	}

	private static @Nullable Score score(JsonNode node) {
		if (!node.isObject()) {
			return null;
		}
		return new Score(node.path("arithmeticMean").asDouble(0), node.path("median").asDouble(0),
				node.path("arithmeticGeometricMean").asDouble(0), null, null);
	}

}
