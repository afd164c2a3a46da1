package io.mokuroku.search;

import java.util.List;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.search.projection.IndexedAnime;

/**
 * Anime to index and to find in tests.
 */
public final class Shows {

	private Shows() {
	}

	/** The first state of a TV show of 2006, by its number on MyAnimeList. */
	public static IndexedAnime aShow(int number, String title) {
		return aShow(number, title, (_) -> {
		});
	}

	/** The same with other fields. */
	public static IndexedAnime aShow(int number, String title, Consumer<AnimeEntry.Change> changes) {
		return AnimeProjection.of(anEntry(number, title).with(changes), null);
	}

	/** A show with names in several languages. */
	public static IndexedAnime aShow(int number, String title, String english, String japanese, String... synonyms) {
		return aShow(number, title,
				(change) -> change.titles = new Titles(title, english, japanese, List.of(synonyms)));
	}

	/** An entry of the catalogue, by its number on MyAnimeList. */
	public static AnimeEntry anEntry(int number, String title) {
		return Entries.aDraft(title, "MYANIMELIST#" + number);
	}

	/** A show that few or many know, from 0 to 10. */
	public static IndexedAnime known(double mean, IndexedAnime anime) {
		return copy(anime, anime.version(), mean / 10);
	}

	/** A later state of the same show. */
	public static IndexedAnime version(long version, IndexedAnime anime) {
		return copy(anime, version, anime.prominence());
	}

	/** A score in which all means are the same. */
	public static Score rated(double mean, Long members) {
		return new Score(mean, mean, mean, null, members);
	}

	private static IndexedAnime copy(IndexedAnime anime, long version, double prominence) {
		return new IndexedAnime(anime.id(), version, anime.lifecycle(), anime.adult(), anime.titles(), anime.type(),
				anime.status(), anime.season(), anime.year(), anime.episodes(), anime.score(), prominence,
				anime.picture(), anime.subjects(), anime.studios(), anime.synopsis(), anime.links(), anime.related(),
				anime.trace(), anime.facts());
	}

}
