package io.mokuroku.upstream;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * What one provider says of an anime, in the catalogue's words. What it does not say is
 * absent, {@code UNKNOWN} or empty.
 *
 * @param link the provider's own page; its id is a number even if a slug was asked for
 * @param fetchedAt when it said so
 * @param titles the names
 * @param type how it was released
 * @param episodes how many episodes are planned, at least 1
 * @param durationSeconds the length of one episode
 * @param status where it stands
 * @param season the quarter of its premiere
 * @param year the year of its premiere
 * @param from the first day
 * @param to the last day
 * @param broadcast its weekly slot
 * @param nextRelease when the next episode airs
 * @param synopsis as the provider writes it, possibly with markup
 * @param rating the intended audience
 * @param adult whether it is for adults alone
 * @param genres its genres
 * @param themes settings and motifs
 * @param demographics the intended readers
 * @param studios the animation studios
 * @param producers the companies that paid
 * @param sourceMaterial the medium it adapts
 * @param score how it is rated
 * @param picture the cover
 * @param thumbnail a small form of it
 */
public record AnimeFacts(SourceLink link, Instant fetchedAt, TitleFacts titles, AnimeType type,
		@Nullable Integer episodes, @Nullable Integer durationSeconds, AiringStatus status, @Nullable Season season,
		@Nullable Integer year, @Nullable PartialDate from, @Nullable PartialDate to, @Nullable Broadcast broadcast,
		@Nullable Instant nextRelease, @Nullable String synopsis, @Nullable AgeRating rating, boolean adult,
		List<String> genres, List<String> themes, List<String> demographics, List<String> studios,
		List<String> producers, @Nullable String sourceMaterial, @Nullable ScoreFacts score, @Nullable URI picture,
		@Nullable URI thumbnail) {

	public AnimeFacts {
		Objects.requireNonNull(link, "link");
		Objects.requireNonNull(fetchedAt, "fetchedAt");
		Objects.requireNonNull(titles, "titles");
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(status, "status");
		genres = List.copyOf(genres);
		themes = List.copyOf(themes);
		demographics = List.copyOf(demographics);
		studios = List.copyOf(studios);
		producers = List.copyOf(producers);
	}

	/**
	 * The names a provider uses.
	 *
	 * @param main the one it lists the anime by
	 * @param english the official English one
	 * @param japanese the one in the original script
	 * @param synonyms all others
	 */
	public record TitleFacts(@Nullable String main, @Nullable String english, @Nullable String japanese,
			List<String> synonyms) {

		public TitleFacts {
			synonyms = List.copyOf(synonyms);
		}

	}

	/**
	 * How a provider's visitors rate an anime.
	 *
	 * @param score above 0, at most 10
	 * @param votes how many have rated it
	 * @param members how many keep it on a list
	 */
	public record ScoreFacts(double score, @Nullable Long votes, @Nullable Long members) {

		public ScoreFacts {
			if (!(score > 0 && score <= 10)) {
				throw new IllegalArgumentException("A score lies above 0 and is at most 10: " + score);
			}
		}

	}

}
