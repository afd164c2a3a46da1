package io.mokuroku.catalogue;

/**
 * The sites whose pages identify an anime. The order of the constants is the priority in
 * which a link is chosen to mint an identity from. Their numbers are stored in link codes
 * and never change; there is room for one more, 14.
 */
public enum Provider {

	MYANIMELIST("https://myanimelist.net/anime/", IdKind.NUMBER, 0),

	ANIDB("https://anidb.net/anime/", IdKind.NUMBER, 1),

	ANILIST("https://anilist.co/anime/", IdKind.NUMBER, 2),

	/** Its ids are numbers; a slug is kept until it has been resolved to one. */
	KITSU("https://kitsu.app/anime/", IdKind.NUMBER_OR_SLUG, 3),

	ANIME_PLANET("https://anime-planet.com/anime/", IdKind.SLUG, 4),

	ANISEARCH("https://anisearch.com/anime/", IdKind.NUMBER, 5),

	ANN("https://animenewsnetwork.com/encyclopedia/anime.php?id=", IdKind.NUMBER, 6),

	LIVECHART("https://livechart.me/anime/", IdKind.NUMBER, 7),

	SIMKL("https://simkl.com/anime/", IdKind.NUMBER, 8),

	ANIMECOUNTDOWN("https://animecountdown.com/", IdKind.NUMBER, 9),

	ANIMESCHEDULE("https://animeschedule.net/anime/", IdKind.SLUG, 10),

	SYOBOI("https://cal.syoboi.jp/tid/", IdKind.NUMBER, 11),

	/** Closed since; its opaque ids still occur in old releases. */
	NOTIFY("https://notify.moe/anime/", IdKind.OPAQUE, 12),

	/** Any other site; the external id is the whole normalised link. */
	OTHER("", IdKind.OPAQUE, 13);

	private final String canonicalPrefix;

	private final IdKind idKind;

	private final int number;

	Provider(String canonicalPrefix, IdKind idKind, int number) {
		this.canonicalPrefix = canonicalPrefix;
		this.idKind = idKind;
		this.number = number;
	}

	int number() {
		return this.number;
	}

	String canonicalPrefix() {
		return this.canonicalPrefix;
	}

	IdKind idKind() {
		return this.idKind;
	}

	enum IdKind {

		NUMBER, SLUG, NUMBER_OR_SLUG, OPAQUE

	}

}
