package io.mokuroku.enrichment.people;

import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import io.mokuroku.catalogue.Provider;

/**
 * The pages somebody has, and the identity that follows from them. An identity is minted
 * from the best page and found again by any page afterwards, so that it does not change
 * when a better page turns up.
 */
final class Pages {

	private static final List<String> BY_TRUST = List.of("myanimelist.net", "anilist.co", "anidb.net", "kitsu.app");

	/** MyAnimeList's first, then AniList's, AniDB's and Kitsu's. */
	static final Comparator<URI> BEST_FIRST = Comparator.comparingInt(Pages::trust)
		.thenComparingInt((page) -> page.toString().length())
		.thenComparing(URI::toString);

	private final Map<URI, UUID> minted = new HashMap<>();

	private final Set<UUID> taken = new HashSet<>();

	/** Whose words about characters and people count most, the most trusted first. */
	static final List<Provider> TRUST = List.of(Provider.MYANIMELIST, Provider.ANILIST, Provider.KITSU, Provider.ANIDB);

	/** Notes an identity that was minted before. */
	void known(UUID id, List<URI> links) {
		links.forEach((link) -> this.minted.putIfAbsent(link, id));
	}

	/**
	 * The identity of somebody with pages; each is given once, also where somebody else
	 * keeps the one that was minted from such a page.
	 * @param pages the best first, at least one
	 */
	UUID identity(List<URI> pages, Function<URI, UUID> mint) {
		for (URI page : pages) {
			UUID known = this.minted.get(page);
			if (known != null && this.taken.add(known)) {
				return known;
			}
		}
		UUID id = mint.apply(pages.getFirst());
		for (int other = 2; !this.taken.add(id); other++) {
			id = mint.apply(URI.create(pages.getFirst() + "#" + other));
		}
		return id;
	}

	static List<URI> sorted(Collection<URI> pages) {
		return pages.stream().distinct().sorted(BEST_FIRST).toList();
	}

	/** A number that sorts providers by trust. */
	static int rank(Provider provider) {
		int place = TRUST.indexOf(provider);
		return (place < 0) ? TRUST.size() : place;
	}

	private static int trust(URI page) {
		String host = Objects.requireNonNullElse(page.getHost(), "");
		int place = BY_TRUST.indexOf(host.startsWith("www.") ? host.substring(4) : host);
		return (place < 0) ? BY_TRUST.size() : place;
	}

}
