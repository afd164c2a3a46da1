package io.mokuroku.sync.release;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.sync.dataset.Unpacked;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The lists of pages that are gone, one file a provider beside the release.
 */
final class DeadEntries {

	private static final JsonFactory FACTORY = new JsonFactory();

	private static final long MOST_BYTES = 256L << 20;

	private static final int MOST_DIGITS = 18;

	private static final Map<Provider, String> NAMES = new EnumMap<>(Map.of(Provider.ANIDB, "anidb", Provider.ANILIST,
			"anilist", Provider.ANN, "animenewsnetwork", Provider.KITSU, "kitsu", Provider.MYANIMELIST, "myanimelist"));

	private DeadEntries() {
	}

	/** The files in which the list of each provider may be, by preference. */
	static Map<Provider, List<String>> fileNames() {
		Map<Provider, List<String>> names = new EnumMap<>(Provider.class);
		NAMES.forEach(
				(provider, name) -> names.put(provider, List.of(name + "-minified.json.zst", name + "-minified.json")));
		return names;
	}

	/** The lists that may lie beside a release. */
	static Map<Provider, List<URI>> beside(URI release) {
		Map<Provider, List<URI>> addresses = new EnumMap<>(Provider.class);
		fileNames()
			.forEach((provider, names) -> addresses.put(provider, names.stream().map(release::resolve).toList()));
		return addresses;
	}

	/** The lists among the files of a published release. */
	static Map<Provider, List<URI>> among(Map<String, Asset> assets) {
		Map<Provider, List<URI>> addresses = new EnumMap<>(Provider.class);
		fileNames().forEach((provider, names) -> addresses.put(provider,
				names.stream()
					.flatMap((name) -> Optional.ofNullable(assets.get(name)).stream())
					.map(Asset::address)
					.toList()));
		return addresses;
	}

	/**
	 * Reads a list, plain or compressed, without holding more of it than its numbers.
	 * @throws IOException if it is none
	 */
	static long[] read(Path file) throws IOException {
		try (InputStream bytes = Unpacked.open(file, MOST_BYTES);
				JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
			if (json.nextToken() != JsonToken.START_OBJECT) {
				throw new IOException("it is no JSON object");
			}
			for (String name = json.nextName(); name != null; name = json.nextName()) {
				JsonToken value = json.nextToken();
				if (name.equals("deadEntries") && value == JsonToken.START_ARRAY) {
					return numbers(json);
				}
				json.skipChildren();
			}
			throw new IOException("it has no deadEntries");
		}
		catch (JacksonException ex) {
			throw new IOException(ex.getOriginalMessage(), ex);
		}
	}

	private static long[] numbers(JsonParser json) {
		long[] numbers = new long[1024];
		int count = 0;
		for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
			String text = next.isScalarValue() ? json.getString() : "";
			json.skipChildren();
			if (isNumber(text)) {
				if (count == numbers.length) {
					numbers = Arrays.copyOf(numbers, count * 2);
				}
				numbers[count++] = Long.parseLong(text);
			}
		}
		return Arrays.copyOf(numbers, count);
	}

	private static boolean isNumber(String text) {
		return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch((c) -> c >= '0' && c <= '9');
	}

}
