package io.mokuroku.sync.snapshot;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AdultRule;
import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is open to all: facts, and who each was taken from. Texts that others
 * wrote, and what is ours to work with, are not in it.
 *
 * @param id its id
 * @param version its version
 * @param updatedAt when that was committed
 * @param lifecycle how far it has come
 * @param mergedInto the entry it leads to; then it has nothing else
 * @param sources the pages that identify it
 * @param titles its names
 * @param type how it was released
 * @param episodes how many episodes it has or will have
 * @param durationSeconds the length of one
 * @param airing when it airs
 * @param subjects what it is about
 * @param production who made it
 * @param rating the intended audience
 * @param artwork addresses of its pictures
 * @param score how it is rated
 * @param relations other anime it belongs with
 * @param takenFrom who said so, by field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportedEntry(AnimeId id, long version, Instant updatedAt, Lifecycle lifecycle, @Nullable AnimeId mergedInto,
		@Nullable List<URI> sources, @Nullable Titles titles, @Nullable AnimeType type, @Nullable Integer episodes,
		@Nullable Integer durationSeconds, @Nullable Airing airing, @Nullable Subjects subjects,
		@Nullable Production production, @Nullable AgeRating rating, @Nullable Artwork artwork, @Nullable Score score,
		@Nullable List<Relation> relations, @Nullable Map<String, String> takenFrom) {

	/**
	 * What is open to all of an entry; empty if nothing is.
	 * @param hidden the adult entries, which no other may name
	 */
	static Optional<ExportedEntry> of(AnimeEntry entry, AdultEntries hidden) {
		if (AdultRule.appliesTo(entry) || hidden.has(entry.mergedInto())) {
			return Optional.empty();
		}
		if (entry.mergedInto() != null) {
			return Optional.of(new ExportedEntry(entry.id(), entry.revision().version(), entry.revision().updatedAt(),
					entry.lifecycle(), entry.mergedInto(), null, null, null, null, null, null, null, null, null, null,
					null, null, null));
		}
		Map<String, String> takenFrom = new TreeMap<>();
		entry.provenance().forEach((field, how) -> takenFrom.put(field, how.source()));
		return Optional.of(new ExportedEntry(entry.id(), entry.revision().version(), entry.revision().updatedAt(),
				entry.lifecycle(), null, entry.sources().stream().map(SourceLink::canonical).toList(), entry.titles(),
				entry.type(), entry.episodes(), entry.durationSeconds(), entry.airing(), entry.subjects(),
				entry.production(), entry.rating(), entry.artwork(), entry.score(),
				entry.relations().stream().filter((relation) -> !hidden.has(relation)).toList(), takenFrom));
	}

}
