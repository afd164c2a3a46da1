package io.mokuroku.upstream;

import java.time.DayOfWeek;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceMaterial;

/**
 * Labels that several providers share. Where one of them has words of its own for a
 * meaning, they stand beside those of the others, because no two contradict each other.
 */
public final class Labels {

	/** How an anime was released. */
	public static final Wording<AnimeType> TYPE = Wording.<AnimeType>about("type")
		.say(AnimeType.TV, "TV", "TV Series")
		.say(AnimeType.TV_SHORT, "TV Short")
		.say(AnimeType.TV_SPECIAL, "TV Special")
		.say(AnimeType.MOVIE, "Movie")
		.say(AnimeType.OVA, "OVA")
		.say(AnimeType.ONA, "ONA", "Web")
		.say(AnimeType.SPECIAL, "Special")
		.say(AnimeType.MUSIC, "Music", "Music Video")
		.say(AnimeType.PV, "PV")
		.say(AnimeType.CM, "CM")
		.say(AnimeType.UNKNOWN, "Other")
		.build();

	/** Where an anime stands. */
	public static final Wording<AiringStatus> STATUS = Wording.<AiringStatus>about("status")
		.say(AiringStatus.ONGOING, "Currently Airing", "RELEASING", "current", "Ongoing", "Delayed")
		.say(AiringStatus.HIATUS, "HIATUS")
		.say(AiringStatus.FINISHED, "Finished Airing", "FINISHED")
		.say(AiringStatus.UPCOMING, "Not yet aired", "NOT_YET_RELEASED", "upcoming", "unreleased", "tba")
		.say(AiringStatus.CANCELLED, "CANCELLED")
		.build();

	/** How an anime relates to another work. */
	public static final Wording<RelationType> RELATION = Wording.<RelationType>about("relation")
		.say(RelationType.SEQUEL, "Sequel", "sequels")
		.say(RelationType.PREQUEL, "Prequel", "prequels")
		.say(RelationType.PARENT_STORY, "Parent Story", "PARENT", "parents")
		.say(RelationType.SIDE_STORY, "Side Story", "sideStories", "Same Setting")
		.say(RelationType.FULL_STORY, "Full Story")
		.say(RelationType.SUMMARY, "Summary", "COMPILATION")
		.say(RelationType.SPIN_OFF, "Spin-Off", "spinoffs")
		.say(RelationType.ALTERNATIVE_VERSION, "Alternative Version", "ALTERNATIVE", "alternatives")
		.say(RelationType.ALTERNATIVE_SETTING, "Alternative Setting")
		.say(RelationType.CHARACTER, "Character")
		.say(RelationType.CROSSOVER, "Crossover")
		.say(RelationType.ADAPTATION, "Adaptation", "SOURCE")
		.say(RelationType.OTHER, "Other", "CONTAINS")
		.build();

	/** The medium an anime adapts. */
	public static final Wording<SourceMaterial> SOURCE_MATERIAL = Wording.<SourceMaterial>about("source material")
		.say(SourceMaterial.ORIGINAL, "Original", "new")
		.say(SourceMaterial.MANGA, "Manga")
		.say(SourceMaterial.KOMA_4, "4-koma manga", "4-koma")
		.say(SourceMaterial.WEB_MANGA, "Web manga", "digital_manga")
		.say(SourceMaterial.MANHWA, "Manhwa")
		.say(SourceMaterial.MANHUA, "Manhua")
		.say(SourceMaterial.DOUJINSHI, "Doujinshi")
		.say(SourceMaterial.ONE_SHOT, "One-shot")
		.say(SourceMaterial.LIGHT_NOVEL, "Light novel")
		.say(SourceMaterial.NOVEL, "Novel")
		.say(SourceMaterial.WEB_NOVEL, "Web novel")
		.say(SourceMaterial.VISUAL_NOVEL, "Visual novel")
		.say(SourceMaterial.GAME, "Game", "Video Game")
		.say(SourceMaterial.CARD_GAME, "Card game")
		.say(SourceMaterial.MIXED_MEDIA, "Mixed media", "MULTIMEDIA_PROJECT")
		.say(SourceMaterial.MUSIC, "Music")
		.say(SourceMaterial.RADIO, "Radio")
		.say(SourceMaterial.BOOK, "Book")
		.say(SourceMaterial.PICTURE_BOOK, "Picture book")
		.say(SourceMaterial.COMIC, "Comic")
		.say(SourceMaterial.LIVE_ACTION, "Live action")
		.say(SourceMaterial.OTHER, "Other", "Anime")
		.build();

	/** How much an anime is about a character. */
	public static final Wording<CharacterRole> ROLE = Wording.<CharacterRole>about("role")
		.say(CharacterRole.MAIN, "Main", "main character in")
		.say(CharacterRole.SUPPORTING, "Supporting", "secondary cast in", "recurring")
		.say(CharacterRole.BACKGROUND, "Background", "appears in", "cameo appearance in", "cameo")
		.build();

	/** The quarter of a premiere. */
	public static final Wording<Season> SEASON = Wording.<Season>about("season")
		.say(Season.WINTER, "winter")
		.say(Season.SPRING, "spring")
		.say(Season.SUMMER, "summer")
		.say(Season.FALL, "fall", "autumn")
		.build();

	/** A day of the week. */
	public static final Wording<DayOfWeek> DAY = Wording.<DayOfWeek>about("day")
		.say(DayOfWeek.MONDAY, "Mondays", "Monday")
		.say(DayOfWeek.TUESDAY, "Tuesdays", "Tuesday")
		.say(DayOfWeek.WEDNESDAY, "Wednesdays", "Wednesday")
		.say(DayOfWeek.THURSDAY, "Thursdays", "Thursday")
		.say(DayOfWeek.FRIDAY, "Fridays", "Friday")
		.say(DayOfWeek.SATURDAY, "Saturdays", "Saturday")
		.say(DayOfWeek.SUNDAY, "Sundays", "Sunday")
		.build();

	/** MyAnimeList's classes of audience, in the spellings of its APIs. */
	public static final Wording<AgeRating> RATING = Wording.<AgeRating>about("rating")
		.say(AgeRating.G, "G")
		.say(AgeRating.PG, "PG")
		.say(AgeRating.PG13, "PG-13")
		.say(AgeRating.R17, "R")
		.say(AgeRating.R_PLUS, "R+")
		.say(AgeRating.RX, "Rx")
		.build();

	private Labels() {
	}

}
