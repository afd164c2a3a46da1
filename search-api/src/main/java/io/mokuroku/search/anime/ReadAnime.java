package io.mokuroku.search.anime;

import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.web.ApiProblem;

/**
 * Reads entries as the catalogue has them. Adult entries are not found; a merged one
 * leads to the entry it was merged into.
 */
final class ReadAnime {

	/** Merges of merges are followed this far. */
	private static final int MOST_REDIRECTS = 5;

	private final AnimeStore entries;

	private final SourceLinks links;

	private final EntryParts parts;

	ReadAnime(AnimeStore entries, SourceLinks links, EntryParts parts) {
		this.entries = entries;
		this.links = links;
		this.parts = parts;
	}

	/**
	 * The entry that a client names.
	 * @throws ApiProblem if the text is no id, or there is no such entry
	 */
	AnimeEntry get(String id) {
		AnimeReference reference = AnimeReference.parse(id)
			.orElseThrow(() -> ApiProblem.badParameter("id", "must be an id or a provider and its id, as in mal:1535"));
		return find(reference)
			.orElseThrow(() -> ApiProblem.notFound("anime_not_found", "the catalogue has no such anime"));
	}

	Optional<AnimeEntry> find(AnimeReference reference) {
		Optional<AnimeId> id = switch (reference) {
			case AnimeReference.ById(AnimeId named) -> Optional.of(named);
			case AnimeReference.ByLink(var link) -> this.links.find(link);
		};
		Optional<AnimeEntry> entry = id.flatMap(this.entries::find);
		for (int i = 0; i < MOST_REDIRECTS; i++) {
			Optional<AnimeId> target = entry.map(AnimeEntry::mergedInto);
			if (target.isEmpty()) {
				break;
			}
			entry = this.entries.find(target.get());
		}
		return entry.filter((found) -> !AnimeProjection.adult(found) && found.mergedInto() == null);
	}

	List<Episode> episodes(AnimeId id) {
		return this.parts.episodes(id);
	}

	List<AnimeCharacter> characters(AnimeId id) {
		return this.parts.characters(id);
	}

	List<StaffMember> staff(AnimeId id) {
		return this.parts.staff(id);
	}

}
