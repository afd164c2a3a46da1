package io.mokuroku.search.query;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Season;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * What an answer shows of an anime it found.
 *
 * @param title the name it is listed by
 * @param titleEnglish the official English name
 * @param titleJapanese the name in the original script
 * @param type how it was released
 * @param status where it stands
 * @param season the quarter of its premiere
 * @param year the year of its premiere
 * @param episodes how many episodes it has or will have
 * @param score the mean score, 0 to 10, two decimals
 * @param subjects genres, themes, demographics and tags
 * @param picture a small cover
 * @param lifecycle how far it has come
 * @param nextAiring when the next episode starts, as far as it is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundAnime(String title, @Nullable String titleEnglish, @Nullable String titleJapanese, AnimeType type,
		AiringStatus status, @Nullable Season season, @Nullable Integer year, @Nullable Integer episodes,
		@Nullable Double score, List<String> subjects, @Nullable URI picture, Lifecycle lifecycle,
		@Nullable Instant nextAiring) {

	static Resource<FoundAnime> resource(SearchHit hit) {
		List<String> reasons = hit.reasons().stream().map((reason) -> reason.name().toLowerCase(Locale.ROOT)).toList();
		return new Resource<>("anime", hit.anime().id().toString(), of(hit.anime()),
				new Meta(reasons.getFirst(), reasons, hit.matchedTitle(),
						(hit.score() > 0) ? (Double) (Math.round(hit.score() * 1e6) / 1e6) : null,
						hit.anime().trace()));
	}

	/** What is shown of an anime. */
	public static FoundAnime of(IndexedAnime anime) {
		Double score = anime.score();
		return new FoundAnime(anime.titles().main(), anime.titles().english(), anime.titles().japanese(), anime.type(),
				anime.status(), anime.season(), anime.year(), anime.episodes(),
				(score != null) ? Math.round(score * 100) / 100.0 : null, anime.subjects(), anime.picture(),
				anime.lifecycle(), anime.facts().nextAiring());
	}

	/**
	 * How it came into the answer.
	 *
	 * @param reason the strongest of the reasons
	 * @param reasons what it was found for
	 * @param matchedTitle the title that was meant
	 * @param rankScore what it was ranked by, six decimals; absent where it is listed by
	 * a field
	 * @param trace the trace in which it was indexed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Meta(String reason, List<String> reasons, @Nullable String matchedTitle, @Nullable Double rankScore,
			@Nullable String trace) {
	}

}
