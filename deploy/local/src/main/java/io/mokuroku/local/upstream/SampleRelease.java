package io.mokuroku.local.upstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders titles as a release of the dataset in JSON Lines: the first line describes the
 * release, each further line is one record. Lines end with LF, the last has none, and
 * what is not known is left out.
 */
public final class SampleRelease {

	private static final String NO_PICTURE = "https://raw.githubusercontent.com/manami-project/anime-offline-database/master/pics/no_pic.png";

	private static final String HOME = "https://example.org/mokuroku/sample";

	private final Images images;

	private final Instant now;

	/**
	 * A release as it would be built at an instant.
	 * @param imageBase address of the server that has the covers, such as
	 * {@code http://127.0.0.1:7716}
	 * @param now when the release is built; running titles have the episodes aired until
	 * then
	 */
	public SampleRelease(String imageBase, Instant now) {
		this.images = new Images(imageBase);
		this.now = now;
	}

	/**
	 * Writes the release to a file, all or nothing.
	 * @throws UncheckedIOException when the file cannot be written
	 */
	public void write(List<SampleTitle> titles, Path file) {
		List<String> lines = new ArrayList<>();
		lines.add(metadata().toString());
		titles.stream()
			.sorted(Comparator.comparing((SampleTitle title) -> title.title().toLowerCase(Locale.ROOT))
				.thenComparing(SampleRelease::type)
				.thenComparingInt(this::episodes))
			.forEach((title) -> lines.add(record(title).toString()));
		try {
			Path next = file.resolveSibling(file.getFileName() + ".next");
			Files.writeString(next, String.join("\n", lines));
			Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ObjectNode metadata() {
		ObjectNode node = Answer.object().put("$schema", HOME + "/anime-offline-database.jsonl.schema.json");
		node.putObject("license")
			.put("name", "Apache License 2.0")
			.put("url", "https://www.apache.org/licenses/LICENSE-2.0");
		node.put("repository", HOME);
		node.putObject("scoreRange").put("minInclusive", 1.0).put("maxInclusive", 10.0);
		return node.put("lastUpdate", this.now.atOffset(ZoneOffset.UTC).toLocalDate().toString());
	}

	private ObjectNode record(SampleTitle title) {
		ObjectNode node = Answer.object();
		ArrayNode sources = node.putArray("sources");
		sources(title).forEach(sources::add);
		node.put("title", title.title()).put("type", type(title)).put("episodes", episodes(title));
		node.put("status", title.status().name());
		ObjectNode season = node.putObject("animeSeason");
		season.put("season", (title.season() != null) ? title.season().name() : "UNDEFINED");
		if (title.year() != null) {
			season.put("year", title.year());
		}
		boolean pictured = title.status() != SampleTitle.Status.UPCOMING;
		node.put("picture", pictured ? this.images.mal(title, "large") : NO_PICTURE);
		node.put("thumbnail",
				pictured ? this.images.mal(title, "small") : NO_PICTURE.replace("no_pic", "no_pic_thumbnail"));
		if (title.durationMinutes() != null && title.durationMinutes() > 0) {
			node.putObject("duration").put("value", title.durationMinutes() * 60).put("unit", "SECONDS");
		}
		if (title.score() != null) {
			node.set("score", SampleScore.of(title.score()));
		}
		texts(node, "synonyms", synonyms(title));
		texts(node, "studios", lower(title.studios().stream()));
		node.putArray("producers");
		texts(node, "relatedAnime",
				title.related().stream().map((related) -> link("myanimelist.net", related.mal())).sorted().toList());
		texts(node, "tags",
				lower(Stream.of(title.genres(), title.themes(), title.demographics()).flatMap(List::stream)));
		return node;
	}

	private static Iterable<String> sources(SampleTitle title) {
		Map<String, @Nullable Long> ids = new TreeMap<>();
		ids.put("anidb.net", title.anidb());
		ids.put("anilist.co", title.anilist());
		ids.put("kitsu.app", title.kitsu());
		ids.put("myanimelist.net", title.mal());
		List<String> links = new ArrayList<>();
		ids.forEach((host, id) -> {
			if (id != null) {
				links.add(link(host, id));
			}
		});
		return links;
	}

	private static String link(String host, long id) {
		return "https://" + host + "/anime/" + id;
	}

	/**
	 * The dataset has no word for music.
	 */
	private static String type(SampleTitle title) {
		return (title.type() == SampleTitle.Type.MUSIC) ? "SPECIAL" : title.type().name();
	}

	private int episodes(SampleTitle title) {
		return (title.episodes() != null) ? title.episodes() : new EpisodeGuide(title, this.now).aired().size();
	}

	private static List<String> synonyms(SampleTitle title) {
		SortedSet<String> names = new TreeSet<>(title.synonyms());
		if (title.english() != null) {
			names.add(title.english());
		}
		if (title.japanese() != null) {
			names.add(title.japanese());
		}
		names.remove(title.title());
		return List.copyOf(names);
	}

	private static List<String> lower(Stream<String> texts) {
		return texts.map((text) -> text.toLowerCase(Locale.ROOT)).distinct().sorted().toList();
	}

	private static void texts(ObjectNode node, String name, List<String> texts) {
		ArrayNode array = node.putArray(name);
		texts.forEach(array::add);
	}

}
