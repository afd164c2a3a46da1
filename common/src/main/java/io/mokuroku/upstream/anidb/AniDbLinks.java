package io.mokuroku.upstream.anidb;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.SamePages;
import io.mokuroku.upstream.Values;

/**
 * Where AniDB's resources lead. Its documentation of the numbers needs a login; those of
 * other databases were told from answers whose ids are known.
 */
final class AniDbLinks {

	/** Numbers of resources whose ids are those of anime as they were released. */
	private static final Map<String, String> DATABASES = Map.of("1",
			"https://www.animenewsnetwork.com/encyclopedia/anime.php?id=", "2", "https://myanimelist.net/anime/", "8",
			"https://cal.syoboi.jp/tid/");

	private static final Map<String, String> PAGES = Map.of("6", "https://en.wikipedia.org/wiki/", "7",
			"https://ja.wikipedia.org/wiki/");

	private static final String OFFICIAL = "4";

	/** Shops, fan sites and databases of films: known, and of no use here. */
	private static final Set<String> NOT_OURS = Set.of("3", "5", "9", "10", "11", "12", "13", "14", "15", "16", "17",
			"18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31", "32", "33", "34", "35",
			"36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47", "48");

	private final Notes notes;

	AniDbLinks(Notes notes) {
		this.notes = notes;
	}

	List<SourceLink> sameAs(AniDbElement anime) {
		List<String> addresses = new ArrayList<>();
		for (AniDbElement resource : anime.items("resources", "resource")) {
			String type = resource.attribute("type");
			String prefix = DATABASES.get(type);
			if (prefix != null) {
				identifiers(resource).forEach((identifier) -> addresses.add(prefix + identifier));
			}
			else if (!PAGES.containsKey(type) && !OFFICIAL.equals(type) && !NOT_OURS.contains(type)) {
				this.notes.add("resource", type);
			}
		}
		return SamePages.among(Provider.ANIDB, addresses);
	}

	MediaFacts media(AniDbElement anime) {
		List<MediaFacts.Page> pages = new ArrayList<>();
		for (AniDbElement resource : anime.items("resources", "resource")) {
			String prefix = PAGES.get(resource.attribute("type"));
			if (prefix != null) {
				identifiers(resource).forEach((identifier) -> pages.add(new MediaFacts.Page("Wikipedia",
						URI.create(prefix + URLEncoder.encode(identifier, StandardCharsets.UTF_8)))));
			}
			if (OFFICIAL.equals(resource.attribute("type"))) {
				resource.children("externalentity").stream().map((entity) -> entity.textOf("url")).forEach((url) -> {
					URI address = Values.webAddress(url);
					if (address != null) {
						pages.add(new MediaFacts.Page("Official Site", address));
					}
				});
			}
		}
		return new MediaFacts(List.of(), List.of(), List.of(), pages);
	}

	private static List<String> identifiers(AniDbElement resource) {
		return Values.texts(resource.children("externalentity")
			.stream()
			.flatMap((entity) -> entity.children("identifier").stream().limit(1))
			.map(AniDbElement::text)
			.toList());
	}

}
