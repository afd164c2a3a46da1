package io.mokuroku.search.list;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All lists as they were computed together. They come and go as one, so that nobody reads
 * one list of this and another of that.
 *
 * @param id sorts by time
 * @param generatedAt when they were computed
 * @param lists the lists, each of them present
 */
record Generation(String id, Instant generatedAt, Map<ListName, List<ListedAnime>> lists) {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	Generation {
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(generatedAt, "generatedAt");
		Map<ListName, List<ListedAnime>> all = new EnumMap<>(ListName.class);
		for (ListName list : ListName.values()) {
			all.put(list, List.copyOf(Objects.requireNonNull(lists.get(list), list.path())));
		}
		lists = Map.copyOf(all);
	}

	/** One of the lists. */
	List<ListedAnime> list(ListName name) {
		return this.lists.getOrDefault(name, List.of());
	}

	/** Whether it was computed later than another. */
	boolean isNewerThan(String otherId) {
		return this.id.compareTo(otherId) > 0;
	}

	byte[] encoded() {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream out = new GZIPOutputStream(bytes)) {
			MAPPER.writeValue(out, this);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Empty if this is not what {@link #encoded()} wrote. */
	@SuppressWarnings("NullAway") // a list that did not exist then is absent
	static Optional<Generation> decoded(byte[] bytes) {
		try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			return Optional.of(MAPPER.readValue(in, Generation.class));
		}
		catch (IOException | JacksonException ex) {
			return Optional.empty();
		}
	}

}
