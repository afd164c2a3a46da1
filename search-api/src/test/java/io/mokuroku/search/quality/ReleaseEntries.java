package io.mokuroku.search.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import com.github.luben.zstd.ZstdInputStream;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The anime of a release in the form {@code .jsonl.zst}, as drafts, that answers may
 * show. Of those that share the link they are named by, the first.
 */
public final class ReleaseEntries {

	private static final JsonMapper MAPPER = new JsonMapper();

	private ReleaseEntries() {
	}

	/**
	 * Reads a release.
	 * @param synopses a file of the same form that tells what sources are about, to be
	 * joined by their links
	 */
	public static List<IndexedAnime> read(Path release, @Nullable Path synopses) throws IOException {
		Map<SourceLink, String> texts = new HashMap<>();
		if (synopses != null) {
			each(synopses, (line) -> links(line.path("sources"))
				.forEach((link) -> texts.putIfAbsent(link, line.path("synopsis").asString())));
		}
		Map<AnimeId, IndexedAnime> anime = new LinkedHashMap<>();
		each(release, (line) -> {
			if (line.has("title")) {
				IndexedAnime projected = AnimeProjection.of(entry(line, texts), null);
				if (projected.shown()) {
					anime.putIfAbsent(projected.id(), projected);
				}
			}
		});
		return List.copyOf(anime.values());
	}

	private static void each(Path file, Consumer<JsonNode> reader) throws IOException {
		try (BufferedReader in = new BufferedReader(
				new InputStreamReader(new ZstdInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
			in.lines().filter((line) -> !line.isBlank()).map(MAPPER::readTree).forEach(reader);
		}
	}

	private static AnimeEntry entry(JsonNode line, Map<SourceLink, String> synopses) {
		List<SourceLink> sources = links(line.path("sources"));
		SourceLink primary = AnimeId.primary(sources);
		JsonNode season = line.path("animeSeason");
		return Entries.aDraft(line.path("title").asString(), primary.key()).with((change) -> {
			List<String> names = texts(line.path("synonyms"));
			change.titles = new Titles(line.path("title").asString(), null,
					names.stream().filter(ReleaseEntries::hasKana).findFirst().orElse(null), names);
			change.sources = sources;
			change.type = AnimeType.valueOf(line.path("type").asString());
			int episodes = line.path("episodes").asInt();
			change.episodes = (episodes > 0) ? episodes : null;
			String quarter = season.path("season").asString();
			change.airing = Airing.of(AiringStatus.valueOf(line.path("status").asString()),
					"UNDEFINED".equals(quarter) ? null : Season.valueOf(quarter),
					season.has("year") ? season.path("year").asInt() : null);
			change.subjects = Subjects.ofTags(texts(line.path("tags")));
			change.adult = change.subjects.tags().contains("hentai");
			change.production = new Production(texts(line.path("studios")), texts(line.path("producers")), null);
			JsonNode score = line.path("score");
			change.score = score.isMissingNode() ? null : new Score(score.path("arithmeticMean").asDouble(),
					score.path("median").asDouble(), score.path("arithmeticGeometricMean").asDouble(), null, null);
			change.relations = links(line.path("relatedAnime")).stream()
				.map((link) -> new Relation(RelationType.UNSPECIFIED, link))
				.toList();
			change.synopsis = sources.stream()
				.map(synopses::get)
				.filter(java.util.Objects::nonNull)
				.findFirst()
				.orElse(null);
		});
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map(JsonNode::asString).toList();
	}

	private static List<SourceLink> links(JsonNode array) {
		return array.valueStream().flatMap((link) -> SourceLink.parse(link.asString()).stream()).distinct().toList();
	}

	private static boolean hasKana(String title) {
		return title.toLowerCase(Locale.ROOT).codePoints().anyMatch((c) -> c >= 0x3040 && c <= 0x30FF && c != 0x30FB);
	}

}
