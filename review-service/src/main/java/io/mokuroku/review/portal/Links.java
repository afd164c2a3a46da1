package io.mokuroku.review.portal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that people may open.
 */
final class Links {

	private Links() {
	}

	/** Only what a browser loads from the web; anything else could be a script. */
	static @Nullable String webAddress(@Nullable URI address) {
		boolean web = address != null && address.getHost() != null
				&& ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
		return web ? Objects.requireNonNull(address).toString() : null;
	}

	/** The pages of an entry, by provider. */
	static List<Map<String, String>> of(AnimeEntry entry) {
		return entry.sources()
			.stream()
			.filter((link) -> webAddress(link.canonical()) != null)
			.map((link) -> Map.of("href", link.canonical().toString(), "label", Words.ofSource(link.provider().name())))
			.toList();
	}

	/** The sites of some pages, each once. */
	static String hosts(List<URI> pages) {
		return pages.stream()
			.map(URI::getHost)
			.filter(Objects::nonNull)
			.map((host) -> host.startsWith("www.") ? host.substring(4) : host)
			.distinct()
			.collect(Collectors.joining(", "));
	}

}
