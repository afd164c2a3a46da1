package io.mokuroku.upstream.mal;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AudienceFacts;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.ListingTime;
import io.mokuroku.upstream.MediaFacts.PictureKind;
import io.mokuroku.upstream.MediaFacts.PictureSize;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ProductionFacts.Company;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.StatisticsFacts.ListState;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.SubjectFacts;
import io.mokuroku.upstream.TextFacts;
import io.mokuroku.upstream.TitleFacts;
import io.mokuroku.upstream.Values;
import io.mokuroku.upstream.Wording;
import org.jspecify.annotations.Nullable;

/**
 * From the words of MyAnimeList's own API to the catalogue's.
 */
final class MalMapper {

	/** Whether it is for adults; gray is only perhaps unsuitable for work. */
	private static final Wording<Boolean> NSFW = Wording.<Boolean>about("nsfw")
		.say(false, "white", "gray")
		.say(true, "black")
		.build();

	private final Notes notes;

	MalMapper(Notes notes) {
		this.notes = notes;
	}

	/** Genres, themes and demographics come as one list: all stand under genres. */
	AnimeFacts facts(MalAnime anime, Instant fetchedAt) {
		AgeRating rating = Labels.RATING.of(anime.rating(), this.notes);
		boolean adult = rating == AgeRating.RX || NSFW.of(anime.nsfw(), false, this.notes);
		return new AnimeFacts(new SourceLink(Provider.MYANIMELIST, Long.toString(anime.id())), fetchedAt, List.of(),
				titles(anime),
				new ReleaseFacts(Labels.TYPE.of(anime.mediaType(), AnimeType.UNKNOWN, this.notes),
						Values.positive(anime.episodes()), Values.positive(anime.episodeSeconds()), null),
				airing(anime), new TextFacts(Values.text(anime.synopsis()), Values.text(anime.background())),
				new AudienceFacts(rating, adult, List.of()),
				new SubjectFacts(names(anime.genres()), List.of(), List.of(), List.of()),
				new ProductionFacts(names(anime.studios()).stream().map((name) -> new Company(name, null)).toList(),
						List.of(), List.of(), Labels.SOURCE_MATERIAL.of(anime.source(), this.notes),
						Values.text(anime.source()), List.of(), List.of()),
				relations(anime), statistics(anime), new MediaFacts(pictures(anime), List.of(), List.of(), List.of()));
	}

	private static TitleFacts titles(MalAnime anime) {
		MalAnime.Titles others = Objects.requireNonNullElse(anime.alternativeTitles(),
				new MalAnime.Titles(null, null, null));
		Map<String, List<String>> byLanguage = new TreeMap<>();
		String english = Values.text(others.en());
		String japanese = Values.text(others.ja());
		if (english != null) {
			byLanguage.put("en", List.of(english));
		}
		if (japanese != null) {
			byLanguage.put("ja", List.of(japanese));
		}
		return new TitleFacts(Values.text(anime.title()), english, japanese, Values.texts(others.synonyms()),
				byLanguage);
	}

	/** Its dates are as precise as they are long, unlike Jikan's. */
	private AiringFacts airing(MalAnime anime) {
		MalAnime.Season season = Objects.requireNonNullElse(anime.startSeason(), new MalAnime.Season(null, null));
		return new AiringFacts(Labels.STATUS.of(anime.status(), AiringStatus.UNKNOWN, this.notes),
				Labels.SEASON.of(season.season(), this.notes), Values.positive(season.year()),
				Dates.partial(anime.startDate(), this.notes), Dates.partial(anime.endDate(), this.notes),
				slot(anime.broadcast()), null, null, List.of());
	}

	private @Nullable Broadcast slot(MalAnime.@Nullable Slot slot) {
		String time = (slot != null) ? Values.text(slot.time()) : null;
		// "other" is a slot that does not come every week
		if (slot == null || time == null || "other".equals(Values.folded(slot.day()))) {
			return null;
		}
		DayOfWeek day = Labels.DAY.of(slot.day(), this.notes);
		Optional<ListingTime> clock = ListingTime.parse(time);
		if (clock.isEmpty()) {
			this.notes.add("time", time);
		}
		return (day != null) ? clock.map((listed) -> listed.weekly(day, Broadcast.JAPAN)).orElse(null) : null;
	}

	private RelationFacts relations(MalAnime anime) {
		List<RelationFacts.ToAnime> toAnime = new ArrayList<>();
		List<RelationFacts.ToSource> toSources = new ArrayList<>();
		for (MalAnime.Related related : Values.<MalAnime.Related>each(anime.relatedAnime())) {
			Long id = (related.node() != null) ? Values.positive(related.node().id()) : null;
			if (related.node() != null && id != null) {
				toAnime.add(new RelationFacts.ToAnime(type(related),
						new SourceLink(Provider.MYANIMELIST, Long.toString(id)), List.of(),
						Values.text(related.node().title()), null));
			}
		}
		for (MalAnime.Related related : Values.<MalAnime.Related>each(anime.relatedManga())) {
			Long id = (related.node() != null) ? Values.positive(related.node().id()) : null;
			if (related.node() != null && id != null) {
				toSources
					.add(new RelationFacts.ToSource(type(related), URI.create("https://myanimelist.net/manga/" + id),
							Values.text(related.node().title()), "manga"));
			}
		}
		return new RelationFacts(toAnime, toSources);
	}

	private RelationType type(MalAnime.Related related) {
		return Labels.RELATION.of(related.relationType(), RelationType.OTHER, this.notes);
	}

	private static StatisticsFacts statistics(MalAnime anime) {
		Map<ListState, Long> lists = new TreeMap<>();
		MalAnime.Lists counted = (anime.statistics() != null) ? anime.statistics().status() : null;
		if (counted != null) {
			put(lists, ListState.WATCHING, counted.watching());
			put(lists, ListState.COMPLETED, counted.completed());
			put(lists, ListState.ON_HOLD, counted.onHold());
			put(lists, ListState.DROPPED, counted.dropped());
			put(lists, ListState.PLANNED, counted.planToWatch());
		}
		return StatisticsFacts.rated(anime.mean(), 10, anime.scoredBy())
			.withRanks(anime.rank(), anime.popularity(), List.of())
			.withPeople(anime.members(), null)
			.withDistribution(new StatisticsFacts.Distribution(Map.of(), lists));
	}

	private static void put(Map<ListState, Long> lists, ListState state, @Nullable Long people) {
		if (people != null) {
			lists.put(state, people);
		}
	}

	private static List<MediaFacts.Picture> pictures(MalAnime anime) {
		List<MediaFacts.Picture> pictures = new ArrayList<>();
		List<MalAnime.Picture> all = new ArrayList<>();
		if (anime.mainPicture() != null) {
			all.add(anime.mainPicture());
		}
		all.addAll(Values.<MalAnime.Picture>each(anime.pictures()));
		for (MalAnime.Picture picture : all) {
			add(pictures, PictureSize.LARGE, picture.large());
			add(pictures, PictureSize.MEDIUM, picture.medium());
		}
		return pictures.stream().distinct().toList();
	}

	private static void add(List<MediaFacts.Picture> pictures, PictureSize size, @Nullable String address) {
		URI uri = Values.webAddress(address);
		if (uri != null) {
			pictures.add(new MediaFacts.Picture(PictureKind.COVER, size, uri));
		}
	}

	private static List<String> names(@Nullable List<MalAnime.Named> named) {
		return Values.texts(Values.<MalAnime.Named>each(named).stream().map(MalAnime.Named::name).toList());
	}

}
