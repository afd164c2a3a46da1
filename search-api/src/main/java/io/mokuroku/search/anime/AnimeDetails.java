package io.mokuroku.search.anime;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnimeDetails(Titles titles, AnimeType type, @Nullable Integer episodes, @Nullable Integer durationSeconds,
		Airing airing, Subjects subjects, Production production, @Nullable String synopsis, @Nullable AgeRating rating,
		Artwork artwork, @Nullable Score score, List<URI> sources, Lifecycle lifecycle) {

	static Resource<AnimeDetails> resource(AnimeEntry entry) {
		AnimeDetails details = new AnimeDetails(entry.titles(), entry.type(), entry.episodes(), entry.durationSeconds(),
				entry.airing(), entry.subjects(), entry.production(), entry.synopsis(), entry.rating(), entry.artwork(),
				entry.score(), entry.sources().stream().map(SourceLink::canonical).toList(), entry.lifecycle());
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

}
