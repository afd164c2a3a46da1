package io.mokuroku.upstream.jikan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AudienceFacts;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ProductionFacts.Company;
import io.mokuroku.upstream.ProductionFacts;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.SamePages;
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

	/** The languages of {@code titles[].type}, beside Default, Synonym and the two. */
	private static final Map<String, String> LANGUAGES = Map.of("English", "en", "Japanese", "ja", "German", "de",
			"French", "fr", "Spanish", "es");

	/** The types of titles that have a place of their own. */
	private static final Set<String> IN_PLACE = Set.of("Default", "English", "Japanese");

	private final Notes notes;

	private final JikanMedia media;

	JikanMapper(Notes notes) {
		this.notes = notes;
		this.media = new JikanMedia(notes);
	}

	AnimeFacts facts(JikanAnime anime, Instant fetchedAt) {
		AgeRating rating = Labels.RATING.of(ratingClass(anime.rating()), this.notes);
		return new AnimeFacts(new SourceLink(Provider.MYANIMELIST, Long.toString(anime.malId())), fetchedAt,
				SamePages.among(Provider.MYANIMELIST,
						Values.each(anime.external()).stream().map(JikanAnime.Named::url).toList()),
				titles(anime),
				new ReleaseFacts(Labels.TYPE.of(anime.type(), AnimeType.UNKNOWN, this.notes),
						Values.positive(anime.episodes()), JikanTime.seconds(anime.duration(), this.notes), null),
				airing(anime), new TextFacts(Values.text(anime.synopsis()), Values.text(anime.background())),
				new AudienceFacts(rating, rating == AgeRating.RX, warnings(anime.rating())), subjects(anime),
				production(anime), this.media.relations(anime), statistics(anime), this.media.shown(anime));
	}

	private AiringFacts airing(JikanAnime anime) {
		JikanAnime.Aired aired = Objects.requireNonNullElse(anime.aired(), new JikanAnime.Aired(null));
		JikanAnime.Slot slot = Objects.requireNonNullElse(anime.broadcast(), new JikanAnime.Slot(null, null, null));
		return new AiringFacts(Labels.STATUS.of(anime.status(), AiringStatus.UNKNOWN, this.notes),
				Labels.SEASON.of(anime.season(), this.notes), Values.positive(anime.year()),
				JikanTime.date(aired.string(), 0, this.notes), JikanTime.date(aired.string(), 1, this.notes),
				JikanTime.slot(slot.day(), slot.time(), slot.timezone(), this.notes), null, null, List.of());
	}

	/** {@code titles} replaces four members, which old answers have alone. */
	private static TitleFacts titles(JikanAnime anime) {
		List<JikanAnime.Title> titles = Values.each(anime.titles());
		if (titles.isEmpty()) {
			return TitleFacts.of(Values.text(anime.title()), Values.text(anime.english()),
					Values.text(anime.japanese()), Values.texts(anime.synonyms()));
		}
		List<String> synonyms = new ArrayList<>();
		Map<String, List<String>> byLanguage = new TreeMap<>();
		for (JikanAnime.Title title : titles) {
			String text = Values.text(title.title());
			if (text != null) {
				if (!IN_PLACE.contains(Objects.requireNonNullElse(title.type(), ""))) {
					synonyms.add(text);
				}
				String language = LANGUAGES.get(Objects.requireNonNullElse(title.type(), ""));
				if (language != null) {
					byLanguage.computeIfAbsent(language, (key) -> new ArrayList<>()).add(text);
				}
			}
		}
		return new TitleFacts(title(titles, "Default"), title(titles, "English"), title(titles, "Japanese"), synonyms,
				byLanguage);
	}

	private static @Nullable String title(List<JikanAnime.Title> titles, String type) {
		return titles.stream()
			.filter((title) -> type.equals(title.type()))
			.map((title) -> Values.text(title.title()))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * {@code PG-13 - Teens 13 or older}: the class stands before the dash. What nobody
	 * has classified is {@code None}.
	 */
	private static @Nullable String ratingClass(@Nullable String rating) {
		return (rating == null || "none".equals(Values.folded(rating))) ? null : rating.split(" - ", 2)[0];
	}

	/** What the classes for grown-ups warn of. */
	private static List<String> warnings(@Nullable String rating) {
		return switch (Values.folded(rating)) {
			case "r - 17+ (violence & profanity)" -> List.of("Violence", "Profanity");
			case "r+ - mild nudity" -> List.of("Mild Nudity");
			case "rx - hentai" -> List.of("Hentai");
			default -> List.of();
		};
	}

	private static SubjectFacts subjects(JikanAnime anime) {
		List<String> genres = new ArrayList<>(names(anime.genres()));
		genres.addAll(names(anime.explicitGenres()));
		return new SubjectFacts(genres, names(anime.themes()), names(anime.demographics()), List.of());
	}

	private ProductionFacts production(JikanAnime anime) {
		JikanAnime.Theme theme = Objects.requireNonNullElse(anime.theme(), new JikanAnime.Theme(null, null));
		return new ProductionFacts(companies(anime.studios()), companies(anime.producers()),
				companies(anime.licensors()), Labels.SOURCE_MATERIAL.of(anime.source(), this.notes),
				Values.text(anime.source()), ThemeSongs.parse(theme.openings(), this.notes),
				ThemeSongs.parse(theme.endings(), this.notes));
	}

	/** {@code popularity} is a rank. */
	private static StatisticsFacts statistics(JikanAnime anime) {
		return StatisticsFacts.rated(anime.score(), 10, anime.scoredBy())
			.withRanks(anime.rank(), anime.popularity(), List.of())
			.withPeople(anime.members(), anime.favorites());
	}

	private static List<Company> companies(@Nullable List<JikanAnime.Named> named) {
		List<Company> companies = new ArrayList<>();
		for (JikanAnime.Named company : Values.<JikanAnime.Named>each(named)) {
			String name = Values.text(company.name());
			if (name != null) {
				companies.add(new Company(name, Values.webAddress(company.url())));
			}
		}
		return companies;
	}

	private static List<String> names(@Nullable List<JikanAnime.Named> named) {
		return Values.texts(Values.<JikanAnime.Named>each(named).stream().map(JikanAnime.Named::name).toList());
	}

}
