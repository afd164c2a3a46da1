package io.mokuroku.search.anime;

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
import io.mokuroku.catalogue.Artwork;
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
 * @param durationSeconds the length of one episode
 * @param airing when it airs
 * @param subjects what it is about
 * @param production who made it
 * @param synopsis plain text
 * @param rating the intended audience
 * @param artwork its pictures
 * @param score how it is rated
 * @param sources the pages that identify it
 * @param lifecycle how far it has come
 * @param relations other anime it belongs with
 * @param sourceRelations the books and games it belongs with
 * @param background how it came to be
 * @param synopsisCredit who wrote the synopsis
 * @param media songs, videos and links
 * @param statistics how each provider's visitors see it
 * @param provenance how each field came by its value, by field name
 * @param stages how the stages of its last enrichment went
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnimeDetails(Titles titles, AnimeType type, @Nullable Integer episodes, @Nullable Integer durationSeconds,
		Airing airing, Subjects subjects, Production production, @Nullable String synopsis, @Nullable AgeRating rating,
		Artwork artwork, @Nullable Score score, List<URI> sources, Lifecycle lifecycle, List<RelatedAnime> relations,
		List<SourceRelation> sourceRelations, @Nullable String background, @Nullable String synopsisCredit, Media media,
		Map<Provider, Statistics> statistics, Map<String, Provenance> provenance, Map<Stage, StageResult> stages) {

	static Resource<AnimeDetails> resource(AnimeEntry entry) {
		Details more = entry.details();
		AnimeDetails details = new AnimeDetails(entry.titles(), entry.type(), entry.episodes(), entry.durationSeconds(),
				entry.airing(), entry.subjects(), entry.production(), entry.synopsis(), entry.rating(), entry.artwork(),
				entry.score(), entry.sources().stream().map(SourceLink::canonical).toList(), entry.lifecycle(),
				entry.relations().stream().map(RelatedAnime::of).toList(), more.sourceRelations(), more.background(),
				more.synopsisCredit(), more.media(), more.statistics(), entry.provenance(), more.stages());
		return new Resource<>("anime", entry.id().toString(), details, new Meta(entry.revision().version(),
				entry.revision().createdAt(), entry.revision().updatedAt(), entry.revision().trace()));
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
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RelatedAnime(RelationType type, @Nullable AnimeId id, URI url, @Nullable String title,
			@Nullable AnimeType format, List<Provider> providers) {

		static RelatedAnime of(Relation relation) {
			return new RelatedAnime(relation.type(), relation.animeId(), relation.target().canonical(),
					relation.title(), relation.format(), relation.providers());
		}

	}

}
