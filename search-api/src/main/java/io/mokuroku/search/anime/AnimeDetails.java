package io.mokuroku.search.anime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Media;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceRelation;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.Statistics;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.search.answer.Resource;
import org.jspecify.annotations.Nullable;

/**
 * An entry as clients see it.
 *
 * @param titles its names
 * @param type how it was released
 * @param episodes how many episodes it has or will have
 * @param episodesAired how many regular episodes have aired, where a list of them tells
 * @param durationSeconds the length of one episode
 * @param airing when it airs
 * @param subjects what it is about
 * @param production who made it
 * @param synopsis plain text
 * @param rating the intended audience
 * @param artwork its pictures
 * @param score how it is rated, in hundredths
 * @param sources the pages that identify it
 * @param lifecycle how far it has come
 * @param relations other anime it belongs with
 * @param sourceRelations the books and games it belongs with
 * @param background how it came to be
 * @param synopsisCredit who wrote the synopsis
 * @param media songs, videos and links
 * @param statistics how each provider's visitors see it
 * @param popularity how many kept it on a list, over time, the oldest first
 * @param provenance how each field came by its value, by field name
 * @param stages how the stages of its last enrichment went
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnimeDetails(Titles titles, AnimeType type, @Nullable Integer episodes, @Nullable Integer episodesAired,
		@Nullable Integer durationSeconds, Airing airing, Subjects subjects, Production production,
		@Nullable String synopsis, @Nullable AgeRating rating, ShownArtwork artwork, @Nullable Score score,
		List<URI> sources, Lifecycle lifecycle, List<RelatedAnime> relations, List<SourceRelation> sourceRelations,
		@Nullable String background, @Nullable String synopsisCredit, Media media, Map<Provider, Statistics> statistics,
		List<Details.Popularity> popularity, Map<String, Provenance> provenance, Map<Stage, StageResult> stages) {

	static Resource<AnimeDetails> resource(AnimeEntry entry, PictureSettings pictures) {
		Details more = entry.details();
		AnimeDetails details = new AnimeDetails(entry.titles(), entry.type(), entry.episodes(), more.episodesAired(),
				entry.durationSeconds(), entry.airing(), entry.subjects(), entry.production(), entry.synopsis(),
				entry.rating(), ShownArtwork.of(entry.artwork(), pictures), rounded(entry.score()),
				entry.sources().stream().map(SourceLink::canonical).toList(), entry.lifecycle(),
				entry.relations().stream().map(RelatedAnime::of).toList(), more.sourceRelations(), more.background(),
				more.synopsisCredit(), more.media(), more.statistics(), more.popularity(), entry.provenance(),
				more.stages());
		return new Resource<>("anime", entry.id().toString(), details, new Meta(entry.revision().version(),
				entry.revision().createdAt(), entry.revision().updatedAt(), entry.revision().trace()));
	}

	/** Hundredths are enough for people; what is stored is exact. */
	private static @Nullable Score rounded(@Nullable Score score) {
		return (score == null) ? null
				: new Score(rounded(score.mean()), rounded(score.median()), rounded(score.agm()), score.votes(),
						score.members(), (score.bayesian() != null) ? (Double) rounded(score.bayesian()) : null,
						score.providers());
	}

	private static double rounded(double value) {
		return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).doubleValue();
	}

	/**
	 * Which state of the entry this is.
	 *
	 * @param version from 1
	 * @param createdAt when it came into the catalogue
	 * @param updatedAt when this state was committed
	 * @param trace the trace in which this state was committed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Meta(long version, Instant createdAt, Instant updatedAt, @Nullable String trace) {
	}

	/**
	 * Another anime.
	 *
	 * @param type what it is to this one
	 * @param id its id, where the catalogue has it
	 * @param url its page
	 * @param title its title
	 * @param format how it was released
	 * @param providers who says so
	 * @param derived true if nobody says so of this anime and it follows from what is
	 * said of the other; absent if not
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RelatedAnime(RelationType type, @Nullable AnimeId id, URI url, @Nullable String title,
			@Nullable AnimeType format, List<Provider> providers, @Nullable Boolean derived) {

		static RelatedAnime of(Relation relation) {
			return new RelatedAnime(relation.type(), relation.animeId(), relation.target().canonical(),
					relation.title(), relation.format(), relation.providers(), relation.derived());
		}

	}

}
