package io.mokuroku.enrichment.assemble;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.catalogue.StageResult;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.RelationList;
import org.jspecify.annotations.Nullable;

/**
 * Everything an entry is assembled from.
 *
 * @param before the entry as it is
 * @param dataset what the dataset says of it; the entry itself while it is a draft
 * @param rows what sources say of its fields
 * @param episodes its episodes as they will be
 * @param corrected what people corrected in its episodes
 * @param relations what it belongs with, if that was found out
 * @param failedSources the names of sources that could not be asked
 * @param results how its stages went
 * @param missing the stages that brought nothing
 * @param copies the keys of our own copies of pictures, by address
 * @param catalogueMean the mean score of the catalogue
 * @param now the time of assembly
 */
record Material(AnimeEntry before, AnimeEntry dataset, List<CandidateRow> rows, List<Episode> episodes,
		EpisodeCorrections corrected, @Nullable RelationList relations, Set<String> failedSources,
		Map<Stage, StageResult> results, Set<Stage> missing, Map<URI, String> copies, double catalogueMean,
		Instant now) {

	Material {
		rows = List.copyOf(rows);
		episodes = List.copyOf(episodes);
		failedSources = Set.copyOf(failedSources);
		results = Map.copyOf(results);
		missing = Set.copyOf(missing);
		copies = Map.copyOf(copies);
	}

	/** The date in Japan. */
	LocalDate today() {
		return LocalDate.ofInstant(this.now, Broadcast.JAPAN);
	}

}
