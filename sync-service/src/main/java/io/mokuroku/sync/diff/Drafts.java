package io.mokuroku.sync.diff;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Artwork;
import io.mokuroku.catalogue.Details;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Production;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.ReviewState;
import io.mokuroku.catalogue.Revision;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Standing;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.sync.dataset.DatasetRecord;
import org.jspecify.annotations.Nullable;

/**
 * Entries as the dataset alone would have them.
 */
final class Drafts {

	private static final String DATASET = "dataset";

	private static final String EVERYTHING = "*";

	private Drafts() {
	}

	/** What a record says, as an entry. */
	static AnimeEntry entry(AnimeId id, URI mintedFrom, DatasetRecord found, List<SourceLink> links, Revision revision,
			Instant now) {
		Provenance dataset = new Provenance(DATASET, now, "DATASET", 0.6);
		List<Relation> relations = new ArrayList<>();
		found.related().forEach((target) -> relations.add(new Relation(RelationType.UNSPECIFIED, target)));
		return new AnimeEntry(id, mintedFrom, Lifecycle.DRAFT, null, links,
				new Titles(found.title(), null, japanese(found.synonyms()), found.synonyms()), found.type(),
				found.episodes(), found.durationSeconds(), Airing.of(found.status(), found.season(), found.year()),
				Subjects.ofTags(found.tags()), new Production(found.studios(), found.producers(), null), null, null,
				found.tags().contains("hentai"), new Artwork(found.picture(), found.thumbnail(), null), found.score(),
				relations, ReviewState.NONE, Map.of(EVERYTHING, dataset), revision, Standing.NONE, Details.NONE);
	}

	/** Whether somebody else than the dataset has had a say in an entry. */
	static boolean enriched(AnimeEntry entry) {
		return switch (entry.lifecycle()) {
			case DRAFT -> false;
			case ACTIVE -> true;
			case ORPHANED, REDIRECT -> !Set.of(EVERYTHING).containsAll(entry.provenance().keySet());
		};
	}

	/** The first synonym with kana, which no other language uses. */
	private static @Nullable String japanese(List<String> synonyms) {
		for (String synonym : synonyms) {
			if (synonym.codePoints().anyMatch((point) -> point >= 0x3040 && point <= 0x30FF && point != 0x30FB)) {
				return synonym;
			}
		}
		return null;
	}

}
