package io.mokuroku.local.upstream;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One title of the sample: facts about a real work, with a synopsis of our own.
 *
 * @param mal id at MyAnimeList
 * @param anidb id at AniDB, if known
 * @param anilist id at AniList, if known
 * @param kitsu id at Kitsu, if known; without it the second provider does not know the
 * title
 * @param title main title, mostly romaji
 * @param episodes number of episodes, none when not known
 * @param season SPRING, SUMMER, FALL or WINTER
 * @param airedFrom first day as yyyy, yyyy-mm or yyyy-mm-dd
 * @param airedTo last day as yyyy, yyyy-mm or yyyy-mm-dd
 * @param durationMinutes minutes per episode
 * @param score mean score, 1 to 10
 * @param broadcast weekly slot in Japan, if any
 * @param episodeTitles titles of the first episodes, in order
 * @param related other works this one belongs to
 * @param conflict where other providers disagree on purpose
 */
public record SampleTitle(long mal, @Nullable Long anidb, @Nullable Long anilist, @Nullable Long kitsu, String title,
		@Nullable String english, @Nullable String japanese, List<String> synonyms, Type type,
		@Nullable Integer episodes, Status status, @Nullable Season season, @Nullable Integer year,
		@Nullable String airedFrom, @Nullable String airedTo, @Nullable Integer durationMinutes,
		@Nullable String rating, @Nullable String source, List<String> studios, List<String> genres,
		List<String> themes, List<String> demographics, @Nullable Double score, @Nullable Long scoredBy,
		@Nullable Long members, @Nullable String synopsis, @Nullable Slot broadcast, List<String> episodeTitles,
		List<Related> related, @Nullable Conflict conflict) {

	@SuppressWarnings("ConstantValue")
	public SampleTitle {
		if (mal < 1) {
			throw new IllegalArgumentException("a title needs its MyAnimeList id");
		}
		Objects.requireNonNull(title, "title");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(status, "status");
		synonyms = orEmpty(synonyms);
		studios = orEmpty(studios);
		genres = orEmpty(genres);
		themes = orEmpty(themes);
		demographics = orEmpty(demographics);
		episodeTitles = orEmpty(episodeTitles);
		related = orEmpty(related);
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? List.copyOf(list) : List.of();
	}

	/**
	 * What kind of work it is.
	 */
	public enum Type {

		TV, MOVIE, OVA, ONA, SPECIAL, MUSIC

	}

	/**
	 * Whether it has been on air.
	 */
	public enum Status {

		FINISHED, ONGOING, UPCOMING

	}

	/**
	 * Quarter of a year in which it began.
	 */
	public enum Season {

		WINTER, SPRING, SUMMER, FALL

	}

	/**
	 * A weekly slot.
	 *
	 * @param day day of the week in the plural, such as {@code Fridays}
	 * @param time time of day in Japan as HH:mm
	 */
	public record Slot(String day, String time) {
	}

	/**
	 * A work this one belongs to.
	 *
	 * @param relation such as {@code Sequel}
	 * @param mal id at MyAnimeList; the work need not be in the sample
	 */
	public record Related(String relation, long mal, String title) {
	}

	/**
	 * Where other providers disagree.
	 *
	 * @param kitsuEpisodeCount number of episodes Kitsu gives; AniList gives two more
	 */
	public record Conflict(@Nullable Integer kitsuEpisodeCount) {
	}

}
