package io.mokuroku.catalogue;

/**
 * The sites whose pages identify an anime. The order of the constants is the priority in
 * which a link is chosen to mint an identity from.
 */
public enum Provider {

	MYANIMELIST("https://myanimelist.net/anime/", IdKind.NUMBER),

	ANIDB("https://anidb.net/anime/", IdKind.NUMBER),

	ANILIST("https://anilist.co/anime/", IdKind.NUMBER),

	/** Its ids are numbers; a slug is kept until it has been resolved to one. */
	KITSU("https://kitsu.app/anime/", IdKind.NUMBER_OR_SLUG),

	ANIME_PLANET("https://anime-planet.com/anime/", IdKind.SLUG),

	ANISEARCH("https://anisearch.com/anime/", IdKind.NUMBER),

	ANN("https://animenewsnetwork.com/encyclopedia/anime.php?id=", IdKind.NUMBER),

	LIVECHART("https://livechart.me/anime/", IdKind.NUMBER),

	SIMKL("https://simkl.com/anime/", IdKind.NUMBER),

	ANIMECOUNTDOWN("https://animecountdown.com/", IdKind.NUMBER),

	ANIMESCHEDULE("https://animeschedule.net/anime/", IdKind.SLUG),

	SYOBOI("https://cal.syoboi.jp/tid/", IdKind.NUMBER),

	/** Closed since; its opaque ids still occur in old releases. */
	NOTIFY("https://notify.moe/anime/", IdKind.OPAQUE),

	/** Any other site; the external id is the whole normalised link. */
	OTHER("", IdKind.OPAQUE);

	private final String canonicalPrefix;

	private final IdKind idKind;

	Provider(String canonicalPrefix, IdKind idKind) {
		this.canonicalPrefix = canonicalPrefix;
		this.idKind = idKind;
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
