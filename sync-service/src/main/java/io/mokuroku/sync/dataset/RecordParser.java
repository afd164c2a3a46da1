package io.mokuroku.sync.dataset;

import java.util.List;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads records as releases write them, without building a tree. Members that are not
 * known are ignored, values that mean "unknown" become absent.
 */
final class RecordParser {

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
		.build();

	/** Reads a piece of a release as the record at a position. */
	DatasetLine parse(long number, Window.Piece piece) {
		if (piece.tooLong) {
			return new DatasetLine.Broken(number, "longer than any record");
		}
		if (!Utf8.isValid(piece.bytes, piece.from, piece.to)) {
			return new DatasetLine.Broken(number, "not UTF-8");
		}
		try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), piece.bytes, piece.from,
				piece.to - piece.from)) {
			if (json.nextToken() != JsonToken.START_OBJECT) {
				return new DatasetLine.Broken(number, "no JSON object");
			}
			DatasetRecord content = new Members().read(json);
			return (json.nextToken() == null) ? new DatasetLine.Parsed(number, content)
					: new DatasetLine.Broken(number, "more than one JSON object");
		}
		catch (JacksonException ex) {
			return new DatasetLine.Broken(number, "not JSON: " + ex.getOriginalMessage());
		}
		catch (IllegalArgumentException ex) {
			return new DatasetLine.Broken(number, String.valueOf(ex.getMessage()));
		}
	}

	/** The members of one record as they come. */
	private static final class Members {

		private List<SourceLink> sources = List.of();

		private String title = "";

		private AnimeType type = AnimeType.UNKNOWN;

		private @Nullable Integer episodes;

		private AiringStatus status = AiringStatus.UNKNOWN;

		private @Nullable Season season;

		private @Nullable Integer year;

		private @Nullable String picture;

		private @Nullable String thumbnail;

		private @Nullable Integer durationSeconds;

		private @Nullable Score score;

		private List<String> synonyms = List.of();

		private List<String> studios = List.of();

		private List<String> producers = List.of();

		private List<SourceLink> related = List.of();

		private List<String> tags = List.of();

		DatasetRecord read(JsonParser json) {
			String name = json.nextName();
			while (name != null) {
				json.nextToken();
				member(name, json);
				name = json.nextName();
			}
			return new DatasetRecord(this.sources, this.title, this.type, this.episodes, this.status, this.season,
					this.year, this.picture, this.thumbnail, this.durationSeconds, this.score, this.synonyms,
					this.studios, this.producers, this.related, this.tags);
		}

		private void member(String name, JsonParser json) {
			switch (name) {
				case "sources" -> this.sources = RecordValues.links(json);
				case "title" -> this.title = RecordValues.text(json);
				case "type" -> this.type = RecordValues.type(RecordValues.text(json));
				case "episodes" -> this.episodes = RecordValues.positive(json);
				case "status" -> this.status = RecordValues.status(RecordValues.text(json));
				case "animeSeason" -> season(json);
				case "picture" -> this.picture = RecordValues.picture(RecordValues.text(json));
				case "thumbnail" -> this.thumbnail = RecordValues.picture(RecordValues.text(json));
				case "duration" -> duration(json);
				case "score" -> score(json);
				case "synonyms" -> this.synonyms = RecordValues.texts(json);
				case "studios" -> this.studios = RecordValues.texts(json);
				case "producers" -> this.producers = RecordValues.texts(json);
				case "relatedAnime" -> this.related = RecordValues.links(json);
				case "tags" -> this.tags = RecordValues.texts(json);
				default -> json.skipChildren();
			}
		}

		private void season(JsonParser json) {
			for (String name = RecordValues.firstName(json); name != null; name = json.nextName()) {
				json.nextToken();
				switch (name) {
					case "season" -> this.season = RecordValues.season(RecordValues.text(json));
					case "year" -> {
						Integer found = RecordValues.positive(json);
						this.year = (found != null && found >= 1907) ? found : null;
					}
					default -> json.skipChildren();
				}
			}
		}

		private void duration(JsonParser json) {
			Integer value = null;
			boolean seconds = false;
			for (String name = RecordValues.firstName(json); name != null; name = json.nextName()) {
				json.nextToken();
				switch (name) {
					case "value" -> value = RecordValues.positive(json);
					case "unit" -> seconds = RecordValues.text(json).equals("SECONDS");
					default -> json.skipChildren();
				}
			}
			this.durationSeconds = seconds ? value : null;
		}

		private void score(JsonParser json) {
			if (json.currentToken() != JsonToken.START_OBJECT) {
				json.skipChildren();
				return;
			}
			double mean = 0;
			double median = 0;
			double agm = 0;
			for (String name = json.nextName(); name != null; name = json.nextName()) {
				json.nextToken();
				switch (name) {
					case "arithmeticMean" -> mean = RecordValues.number(json);
					case "median" -> median = RecordValues.number(json);
					case "arithmeticGeometricMean" -> agm = RecordValues.number(json);
					default -> json.skipChildren();
				}
			}
			boolean inRange = Math.min(mean, Math.min(median, agm)) >= 0 && Math.max(mean, Math.max(median, agm)) <= 10;
			this.score = inRange ? new Score(mean, median, agm, null, null) : null;
		}

	}

}
