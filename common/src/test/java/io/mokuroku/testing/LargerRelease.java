package io.mokuroku.testing;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a release as many times as large, in the form {@code .jsonl.zst}. Every record
 * comes once as it is and then as copies, each with as many links as it has, which are
 * nobody else's, related to copies of the same number, and with titles of halves: the
 * first of its own, the second of another record's. So links and lengths are spread as in
 * the real one. The copies of a record that is the same in two releases are nearly always
 * the same, too. Records that share a link are left out. A file of synopses is enlarged
 * the same way.
 */
public final class LargerRelease {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private static final String SOURCES = "sources";

	/** Copies have numbers of more digits than any real id. */
	private static final long ABOVE_REAL_IDS = 1_000_000_000L;

	private final Path from;

	private final Set<SourceLink> shared = new HashSet<>();

	/** Texts by the name of their field, then by a number of chance. */
	private final Map<String, NavigableMap<Long, String>> texts = new HashMap<>();

	private LargerRelease(Path from) throws IOException {
		this.from = from;
		Set<SourceLink> seen = new HashSet<>();
		read((record) -> {
			List<SourceLink> links = links(record);
			links.stream().filter((link) -> !seen.add(link)).forEach(this.shared::add);
			if (!links.isEmpty()) {
				for (String field : List.of("title", "synopsis")) {
					if (record.has(field)) {
						this.texts.computeIfAbsent(field, (_) -> new TreeMap<>())
							.put(mix(AnimeId.primary(links).code()), record.path(field).asString());
					}
				}
			}
		});
	}

	/** Arguments: the release, how many times as large, the file to write. */
	public static void main(String[] arguments) throws IOException {
		System.out.printf("%,d records%n",
				write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2])));
	}

	/**
	 * Writes the larger release.
	 * @param from a release as one document or as lines, compressed with Zstandard
	 * @param times how many times as large, from 1
	 * @param to the file to write
	 * @return how many records it has
	 */
	public static int write(Path from, int times, Path to) throws IOException {
		return new LargerRelease(from).write(times, to);
	}

	private int write(int times, Path to) throws IOException {
		int[] written = new int[1];
		try (Writer out = new BufferedWriter(
				new OutputStreamWriter(new ZstdOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8),
				1 << 16)) {
			read((record) -> {
				List<SourceLink> links = links(record);
				if (links.isEmpty()) {
					record.remove("data");
					line(out, record);
				}
				else if (links.stream().noneMatch(this.shared::contains)) {
					for (int copy = 0; copy < times; copy++) {
						line(out, (copy == 0) ? record : copy(record, AnimeId.primary(links).code(), copy));
						written[0]++;
					}
				}
			});
		}
		return written[0];
	}

	private ObjectNode copy(ObjectNode record, long code, int copy) {
		ObjectNode copied = record.deepCopy();
		for (String field : List.of(SOURCES, "relatedAnime")) {
			if (record.path(field) instanceof ArrayNode links) {
				ArrayNode own = copied.putArray(field);
				links.forEach((link) -> SourceLink.parse(link.asString())
					.ifPresent((parsed) -> own.add(copy(parsed, copy).canonical().toString())));
			}
		}
		for (String field : this.texts.keySet()) {
			if (record.has(field)) {
				copied.put(field, mixed(record.path(field).asString(), field, code + copy));
			}
		}
		if (record.path("synonyms") instanceof ArrayNode synonyms) {
			ArrayNode own = copied.putArray("synonyms");
			for (int i = 0; i < synonyms.size(); i++) {
				own.add(mixed(synonyms.get(i).asString(), "title", code + copy + (i + 1L) * ABOVE_REAL_IDS));
			}
		}
		return copied;
	}

	private static SourceLink copy(SourceLink link, int copy) {
		String id = link.externalId();
		return new SourceLink(link.provider(), id.chars().allMatch((c) -> c >= '0' && c <= '9')
				? Long.toString(copy * ABOVE_REAL_IDS + Long.parseLong(id)) : id + "-copy-" + copy);
	}

	private String mixed(String text, String field, long chance) {
		NavigableMap<Long, String> all = Objects.requireNonNull(this.texts.get(field));
		Map.Entry<Long, String> next = all.ceilingEntry(mix(chance));
		String other = ((next != null) ? next : all.firstEntry()).getValue();
		return text.substring(0, half(text)) + other.substring(half(other));
	}

	private static int half(String text) {
		return text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
	}

	/** The end of MurmurHash3, which spreads neighbours over all numbers. */
	private static long mix(long number) {
		long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
		mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
		return mixed ^ (mixed >>> 33);
	}

	private static List<SourceLink> links(ObjectNode record) {
		return record.path(SOURCES)
			.valueStream()
			.flatMap((link) -> SourceLink.parse(link.asString()).stream())
			.distinct()
			.toList();
	}

	private static void line(Writer out, ObjectNode record) {
		try {
			out.write(MAPPER.writeValueAsString(record));
			out.write('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The first is what the release tells of itself, if it does. */
	private void read(Consumer<ObjectNode> records) throws IOException {
		try (InputStream bytes = new BufferedInputStream(new ZstdInputStream(Files.newInputStream(this.from)), 1 << 16);
				JsonParser json = MAPPER.createParser(bytes)) {
			ObjectNode first = MAPPER.createObjectNode();
			json.nextToken();
			while (json.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = json.currentName();
				if (json.nextToken() == JsonToken.START_ARRAY && name.equals("data")) {
					records.accept(first);
					while (json.nextToken() == JsonToken.START_OBJECT) {
						records.accept(json.readValueAsTree());
					}
					return;
				}
				first.set(name, json.readValueAsTree());
			}
			records.accept(first);
			while (json.nextToken() == JsonToken.START_OBJECT) {
				records.accept(json.readValueAsTree());
			}
		}
	}

}
