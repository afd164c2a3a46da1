package io.mokuroku.upstream.jikan;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AudienceFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.RelationFacts;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.SubjectFacts;
import io.mokuroku.upstream.TextFacts;
import io.mokuroku.upstream.TitleFacts;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * From Jikan's words to the catalogue's.
 */
final class JikanMapper {

	private JikanMapper() {
	}

	static AnimeFacts facts(JikanAnime anime, Instant fetchedAt) {
		JikanAnime.Aired aired = Objects.requireNonNullElse(anime.aired(), new JikanAnime.Aired(null, null, null));
		JikanAnime.Slot slot = Objects.requireNonNullElse(anime.broadcast(), new JikanAnime.Slot(null, null, null));
		AgeRating rating = rating(anime.rating());
		List<String> genres = new ArrayList<>(names(anime.genres()));
		genres.addAll(names(anime.explicitGenres()));
		return new AnimeFacts(new SourceLink(Provider.MYANIMELIST, Long.toString(anime.malId())), fetchedAt, List.of(),
				titles(Objects.requireNonNullElse(anime.titles(), List.of())),
				new ReleaseFacts(type(anime.type()), Values.positive(anime.episodes()),
						JikanTime.seconds(anime.duration()), null),
				new AiringFacts(status(anime.status()), season(anime.season()), Values.positive(anime.year()),
						JikanTime.date(aired.string(), 0), JikanTime.date(aired.string(), 1),
						JikanTime.slot(slot.day(), slot.time(), slot.timezone()), null, null, List.of()),
				new TextFacts(Values.text(anime.synopsis()), null),
				new AudienceFacts(rating, rating == AgeRating.RX, List.of()),
				new SubjectFacts(genres, names(anime.themes()), names(anime.demographics()), List.of()),
				new ProductionFacts(companies(anime.studios()), companies(anime.producers()), List.of(), null,
						Values.text(anime.source()), List.of(), List.of()),
				RelationFacts.NONE,
				StatisticsFacts.rated(anime.score(), 10, anime.scoredBy()).withPeople(anime.members(), null),
				new MediaFacts(pictures(anime), List.of(), List.of(), List.of()));
	}

	static List<EpisodeFacts> episodes(JikanEpisodes page) {
		return Objects.requireNonNullElse(page.data(), List.<JikanEpisodes.Item>of())
			.stream()
			.filter((item) -> item.number() > 0)
			.map((item) -> EpisodeFacts.of(EpisodeNumber.regular(item.number()),
					new EpisodeFacts.Titles(Values.text(item.title()), Values.text(item.titleJapanese()),
							Values.text(item.titleRomaji()), Map.of()),
					JikanTime.printedDate(item.aired()), null, null))
			.toList();
	}

	private static TitleFacts titles(List<JikanAnime.Title> titles) {
		List<String> synonyms = titles.stream()
			.filter((title) -> !List.of("Default", "English", "Japanese").contains(title.type()))
			.map((title) -> Values.text(title.title()))
			.filter(Objects::nonNull)
			.toList();
		return TitleFacts.of(title(titles, "Default"), title(titles, "English"), title(titles, "Japanese"), synonyms);
	}

	private static @Nullable String title(List<JikanAnime.Title> titles, String type) {
		return titles.stream()
			.filter((title) -> type.equals(title.type()))
			.map((title) -> Optional.ofNullable(Values.text(title.title())))
			.flatMap(Optional::stream)
			.findFirst()
			.orElse(null);
	}

	/**
	 * {@code TV Special}, {@code CM} and {@code PV} occur although its schema lists six
	 * types.
	 */
	static AnimeType type(@Nullable String type) {
		return switch (Values.folded(type)) {
			case "tv" -> AnimeType.TV;
			case "tv special" -> AnimeType.TV_SPECIAL;
			case "movie" -> AnimeType.MOVIE;
			case "ova" -> AnimeType.OVA;
			case "ona" -> AnimeType.ONA;
			case "special" -> AnimeType.SPECIAL;
			case "music" -> AnimeType.MUSIC;
			case "pv" -> AnimeType.PV;
			case "cm" -> AnimeType.CM;
			default -> AnimeType.UNKNOWN;
		};
	}

	static AiringStatus status(@Nullable String status) {
		return switch (Values.folded(status)) {
			case "currently airing" -> AiringStatus.ONGOING;
			case "finished airing" -> AiringStatus.FINISHED;
			case "not yet aired" -> AiringStatus.UPCOMING;
			default -> AiringStatus.UNKNOWN;
		};
	}

	/** {@code PG-13 - Teens 13 or older}: the class stands before the dash. */
	static @Nullable AgeRating rating(@Nullable String rating) {
		return switch (Values.folded(rating).split(" - ", 2)[0]) {
			case "g" -> AgeRating.G;
			case "pg" -> AgeRating.PG;
			case "pg-13" -> AgeRating.PG13;
			case "r" -> AgeRating.R17;
			case "r+" -> AgeRating.R_PLUS;
			case "rx" -> AgeRating.RX;
			default -> null;
		};
	}

	private static @Nullable Season season(@Nullable String season) {
		return switch (Values.folded(season)) {
			case "winter" -> Season.WINTER;
			case "spring" -> Season.SPRING;
			case "summer" -> Season.SUMMER;
			case "fall" -> Season.FALL;
			default -> null;
		};
	}

	private static List<MediaFacts.Picture> pictures(JikanAnime anime) {
		Map<String, JikanAnime.Image> images = Objects.requireNonNullElse(anime.images(), Map.of());
		JikanAnime.Image image = images.get("jpg");
		List<MediaFacts.Picture> pictures = new ArrayList<>();
		if (image != null) {
			add(pictures, MediaFacts.PictureSize.LARGE, image.largeImageUrl());
			add(pictures, MediaFacts.PictureSize.SMALL, image.smallImageUrl());
		}
		return pictures;
	}

	private static void add(List<MediaFacts.Picture> pictures, MediaFacts.PictureSize size, @Nullable String address) {
		URI uri = Values.webAddress(address);
		if (uri != null) {
			pictures.add(new MediaFacts.Picture(MediaFacts.PictureKind.COVER, size, uri));
		}
	}

	private static List<ProductionFacts.Company> companies(@Nullable List<JikanAnime.Named> named) {
		return names(named).stream().map((name) -> new ProductionFacts.Company(name, null)).toList();
	}

	private static List<String> names(@Nullable List<JikanAnime.Named> named) {
		return Objects.requireNonNullElse(named, List.<JikanAnime.Named>of())
			.stream()
			.map((item) -> Values.text(item.name()))
			.filter(Objects::nonNull)
			.toList();
	}

}
