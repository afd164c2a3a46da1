package io.mokuroku.upstream.kitsu;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Provider;
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
 * From Kitsu's words to the catalogue's.
 */
final class KitsuMapper {

	private static final KitsuAnime.Attributes NOTHING = new KitsuAnime.Attributes(null, null, null, null, null, null,
			null, null, null, null, null, null, null, null, null, null, null, null);

	private static final Set<String> ENGLISH = Set.of("en", "en_us");

	private KitsuMapper() {
	}

	static AnimeFacts facts(KitsuAnime anime, Instant fetchedAt) {
		KitsuAnime.Attributes its = Objects.requireNonNullElse(anime.attributes(), NOTHING);
		Integer minutes = Values.positive(its.episodeLength());
		boolean adult = Boolean.TRUE.equals(its.nsfw()) || "r18".equals(Values.folded(its.ageRating()));
		PartialDate from = date(its.startDate());
		Instant next = instant(its.nextRelease());
		return new AnimeFacts(new SourceLink(Provider.KITSU, anime.id()), fetchedAt, List.of(), titles(its),
				new ReleaseFacts(type(its.subtype()), Values.positive(its.episodeCount()),
						(minutes != null) ? minutes * 60 : null, null),
				new AiringFacts(status(its.status()), null, null, from, date(its.endDate()), null,
						(next != null) ? new AiringFacts.Next(next, null) : null, null, List.of()),
				new TextFacts(Values.text(its.synopsis()), null),
				new AudienceFacts(rating(its.ageRating(), its.ageRatingGuide()), adult, List.of()), SubjectFacts.NONE,
				ProductionFacts.NONE, RelationFacts.NONE, statistics(its),
				new MediaFacts(pictures(its), List.of(), List.of(), List.of()));
	}

	/**
	 * Episodes by their number within the anime. Later seasons may carry absolute numbers
	 * and restart {@code relativeNumber}: then that one counts.
	 */
	static List<EpisodeFacts> episodes(List<KitsuEpisodes.Item> items) {
		boolean absolute = !items.isEmpty() && items.stream()
			.map((item) -> (item.attributes() != null) ? item.attributes().number() : null)
			.allMatch((number) -> number != null && number > items.size());
		Map<Integer, EpisodeFacts> byNumber = new LinkedHashMap<>();
		for (KitsuEpisodes.Item item : items) {
			KitsuEpisodes.Attributes its = item.attributes();
			Integer number = (its == null) ? null : Values.positive(absolute ? its.relativeNumber() : its.number());
			if (its != null && number != null) {
				byNumber.putIfAbsent(number, episode(its, number));
			}
		}
		return List.copyOf(byNumber.values());
	}

	/** The episode of a number, or of that relative number where all count absolutely. */
	static Optional<EpisodeFacts> episode(List<KitsuEpisodes.Item> items, int wanted) {
		List<KitsuEpisodes.Attributes> all = items.stream()
			.map(KitsuEpisodes.Item::attributes)
			.filter(Objects::nonNull)
			.toList();
		return all.stream()
			.filter((its) -> Objects.equals(its.number(), wanted))
			.findFirst()
			.or(() -> all.stream().filter((its) -> Objects.equals(its.relativeNumber(), wanted)).findFirst())
			.map((its) -> episode(its, wanted));
	}

	private static EpisodeFacts episode(KitsuEpisodes.Attributes its, int number) {
		Map<String, @Nullable String> titles = Objects.requireNonNullElse(its.titles(), Map.of());
		String english = firstOf(titles, "en_us", "en");
		PartialDate aired = date(its.airdate());
		Integer minutes = Values.positive(its.length());
		return EpisodeFacts.of(EpisodeNumber.regular(number),
				new EpisodeFacts.Titles((english != null) ? english : Values.text(its.canonicalTitle()),
						firstOf(titles, "ja_jp"), firstOf(titles, "en_jp"), Map.of()),
				(aired != null) ? aired.date() : null, (minutes != null) ? minutes * 60 : null,
				Values.text(its.synopsis()));
	}

	private static TitleFacts titles(KitsuAnime.Attributes its) {
		Map<String, @Nullable String> titles = Objects.requireNonNullElse(its.titles(), Map.of());
		List<String> synonyms = new ArrayList<>();
		titles.forEach((language, title) -> add(synonyms, ENGLISH.contains(language) ? null : title));
		Objects.requireNonNullElse(its.abbreviatedTitles(), List.<@Nullable String>of())
			.forEach((title) -> add(synonyms, title));
		return TitleFacts.of(Values.text(its.canonicalTitle()), firstOf(titles, "en", "en_us"),
				firstOf(titles, "ja_jp"), synonyms);
	}

	private static void add(List<String> titles, @Nullable String title) {
		String text = Values.text(title);
		if (text != null) {
			titles.add(text);
		}
	}

	private static @Nullable String firstOf(Map<String, @Nullable String> titles, String... languages) {
		for (String language : languages) {
			String title = Values.text(titles.get(language));
			if (title != null) {
				return title;
			}
		}
		return null;
	}

	private static AnimeType type(@Nullable String subtype) {
		return switch (Values.folded(subtype)) {
			case "tv" -> AnimeType.TV;
			case "movie" -> AnimeType.MOVIE;
			case "ova" -> AnimeType.OVA;
			case "ona" -> AnimeType.ONA;
			case "special" -> AnimeType.SPECIAL;
			case "music" -> AnimeType.MUSIC;
			default -> AnimeType.UNKNOWN;
		};
	}

	private static AiringStatus status(@Nullable String status) {
		return switch (Values.folded(status)) {
			case "current" -> AiringStatus.ONGOING;
			case "finished" -> AiringStatus.FINISHED;
			case "upcoming", "unreleased", "tba" -> AiringStatus.UPCOMING;
			default -> AiringStatus.UNKNOWN;
		};
	}

	private static @Nullable AgeRating rating(@Nullable String rating, @Nullable String guide) {
		String meaning = Values.folded(guide);
		return switch (Values.folded(rating)) {
			case "g" -> AgeRating.G;
			case "pg" -> (meaning.contains("teens") || meaning.contains("13")) ? AgeRating.PG13 : AgeRating.PG;
			case "r" -> AgeRating.R17;
			case "r18" -> AgeRating.RX;
			default -> null;
		};
	}

	/** {@code averageRating} counts to 100; {@code ratingFrequencies} holds the votes. */
	private static StatisticsFacts statistics(KitsuAnime.Attributes its) {
		Map<String, @Nullable Long> frequencies = Objects.requireNonNullElse(its.ratingFrequencies(), Map.of());
		long votes = frequencies.values().stream().filter(Objects::nonNull).mapToLong(Long::longValue).sum();
		return StatisticsFacts.rated(its.averageRating(), 100, (votes > 0) ? votes : null)
			.withPeople(its.userCount(), null);
	}

	/** Years such as 0202 occur and mean nothing. */
	private static @Nullable PartialDate date(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text);
			return (date.getYear() < 1900) ? null : PartialDate.of(date);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static @Nullable Instant instant(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			OffsetDateTime time = OffsetDateTime.parse(text);
			return (time.getYear() < 1900) ? null : time.toInstant();
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static List<MediaFacts.Picture> pictures(KitsuAnime.Attributes its) {
		List<MediaFacts.Picture> pictures = new ArrayList<>();
		add(pictures, MediaFacts.PictureSize.ORIGINAL, its, "original");
		add(pictures, MediaFacts.PictureSize.SMALL, its, "small");
		return pictures;
	}

	private static void add(List<MediaFacts.Picture> pictures, MediaFacts.PictureSize as, KitsuAnime.Attributes its,
			String size) {
		Object address = Objects.requireNonNullElse(its.posterImage(), Map.of()).get(size);
		URI uri = (address instanceof String text) ? Values.webAddress(text) : null;
		if (uri != null) {
			pictures.add(new MediaFacts.Picture(MediaFacts.PictureKind.POSTER, as, uri));
		}
	}

}
