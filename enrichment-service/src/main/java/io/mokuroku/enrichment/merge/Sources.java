package io.mokuroku.enrichment.merge;

import java.util.Locale;

import io.mokuroku.catalogue.Provider;

/**
 * How candidates and provenance name who said something.
 */
public final class Sources {

	/** The community dataset: a snapshot, weeks old, but curated. */
	public static final String DATASET = "dataset";

	/** MyAnimeList. */
	public static final String MYANIMELIST = of(Provider.MYANIMELIST);

	/** AniList. */
	public static final String ANILIST = of(Provider.ANILIST);

	/** AnimeSchedule. */
	public static final String ANIMESCHEDULE = of(Provider.ANIMESCHEDULE);

	/** AniDB. */
	public static final String ANIDB = of(Provider.ANIDB);

	/** Kitsu. */
	public static final String KITSU = of(Provider.KITSU);

	/** A person. */
	public static final String REVIEWER = "reviewer";

	/** Computed from other fields. */
	public static final String DERIVED = "derived";

	private Sources() {
	}

	/** The name of a provider. */
	public static String of(Provider provider) {
		return provider.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The provider of a name.
	 * @throws IllegalArgumentException if no provider is called so
	 */
	public static Provider providerOf(String source) {
		return Provider.valueOf(source.toUpperCase(Locale.ROOT));
	}

}
