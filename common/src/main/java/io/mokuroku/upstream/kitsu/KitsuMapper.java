package io.mokuroku.upstream.kitsu;

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
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.Labels;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ReleaseFacts;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.TextFacts;
import io.mokuroku.upstream.TitleFacts;
import io.mokuroku.upstream.Values;
import io.mokuroku.upstream.Wording;
import org.jspecify.annotations.Nullable;

/**
 * From Kitsu's words to the catalogue's.
 */
final class KitsuMapper {

	private static final KitsuAnime.Attributes NOTHING = new KitsuAnime.Attributes(null, null, null, null, null, null,
			null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

	private static final Wording<AgeRating> RATING = Wording.<AgeRating>about("rating")
		.say(AgeRating.G, "G")
		.say(AgeRating.PG, "PG")
		.say(AgeRating.R17, "R")
		.say(AgeRating.RX, "R18")
		.build();

	private static final Set<String> ENGLISH = Set.of("en", "en_us");

	private final Notes notes;

	private final KitsuRelated related;

	KitsuMapper(Notes notes) {
		this.notes = notes;
		this.related = new KitsuRelated(notes);
	}

	AnimeFacts facts(KitsuAnime anime, KitsuIndex included, Instant fetchedAt) {
		KitsuAnime.Attributes its = Objects.requireNonNullElse(anime.attributes(), NOTHING);
		AgeRating rating = rating(its.ageRating(), its.ageRatingGuide());
		return new AnimeFacts(new SourceLink(Provider.KITSU, anime.id()), fetchedAt,
				this.related.sameAs(anime, included), titles(its),
				new ReleaseFacts(Labels.TYPE.of(its.subtype(), AnimeType.UNKNOWN, this.notes),
						Values.positive(its.episodeCount()), Values.secondsOf(its.episodeLength()), null),
				airing(its), new TextFacts(Values.text(its.synopsis()), null),
				new AudienceFacts(rating, Boolean.TRUE.equals(its.nsfw()) || rating == AgeRating.RX, List.of()),
				this.related.subjects(anime, included), this.related.production(anime, included),
				this.related.relations(anime, included), statistics(its), this.related.media(anime, its, included));
	}

	private AiringFacts airing(KitsuAnime.Attributes its) {
		Instant next = Dates.instant(its.nextRelease(), this.notes);
		return new AiringFacts(Labels.STATUS.of(its.status(), AiringStatus.UNKNOWN, this.notes), null, null,
				Dates.partial(its.startDate(), this.notes), Dates.partial(its.endDate(), this.notes), null,
				(next != null) ? new AiringFacts.Next(next, null) : null, null, List.of());
	}

	private TitleFacts titles(KitsuAnime.Attributes its) {
		Map<String, @Nullable String> titles = Objects.requireNonNullElse(its.titles(), Map.of());
		List<String> synonyms = new ArrayList<>();
		Map<String, List<String>> byLanguage = new TreeMap<>();
		new TreeMap<>(titles).forEach((locale, title) -> {
			String text = Values.text(title);
			if (text != null) {
				byLanguage.computeIfAbsent(Languages.located(locale, this.notes), (key) -> new ArrayList<>()).add(text);
				if (!ENGLISH.contains(locale)) {
					synonyms.add(text);
				}
			}
		});
		synonyms.addAll(Values.texts(its.abbreviatedTitles()));
		return new TitleFacts(Values.text(its.canonicalTitle()), firstOf(titles, "en", "en_us"),
				firstOf(titles, "ja_jp"), synonyms, byLanguage);
	}

	static @Nullable String firstOf(Map<String, @Nullable String> titles, String... languages) {
		for (String language : languages) {
			String title = Values.text(titles.get(language));
			if (title != null) {
				return title;
			}
		}
		return null;
	}

	/** Its PG holds two classes; the guide beside it tells which. */
	private @Nullable AgeRating rating(@Nullable String rating, @Nullable String guide) {
		AgeRating read = RATING.of(rating, this.notes);
		String meaning = Values.folded(guide);
		return (read == AgeRating.PG && (meaning.contains("teens") || meaning.contains("13"))) ? AgeRating.PG13 : read;
	}

	/**
	 * {@code averageRating} counts to 100; {@code ratingFrequencies} holds the votes by
	 * twice the score of 1 to 10.
	 */
	private StatisticsFacts statistics(KitsuAnime.Attributes its) {
		Map<Double, Long> votes = new TreeMap<>();
		Objects.requireNonNullElse(its.ratingFrequencies(), Map.<String, @Nullable Long>of())
			.forEach((twice, count) -> {
				if (!twice.matches("\\d{1,2}")) {
					this.notes.add("rating frequency", twice);
				}
				else if (count != null) {
					votes.put(Integer.parseInt(twice) / 2.0, count);
				}
			});
		long all = votes.values().stream().mapToLong(Long::longValue).sum();
		return StatisticsFacts.rated(its.averageRating(), 100, votes.isEmpty() ? null : all)
			.withRanks(its.ratingRank(), its.popularityRank(), List.of())
			.withPeople(its.userCount(), its.favoritesCount())
			.withDistribution(new StatisticsFacts.Distribution(votes, Map.of()));
	}

}
