package io.mokuroku.search.anime;

import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.web.ApiProblem;

/**
 * Finds what a client names, and decides whether it may see it. Adult entries are not
 * found by those who may not; a merged one sends on to the entry it was merged into.
 */
final class ReadAnime implements FindAnimeId {

	/** Merges of merges are followed this far. */
	private static final int MOST_REDIRECTS = 5;

	private final KeptEntries entries;

	private final EntryParts parts;

	ReadAnime(KeptEntries entries, EntryParts parts) {
		this.entries = entries;
		this.parts = parts;
	}

	@Override
	public AnimeId get(String id, boolean adult) {
		return entry(id, adult).id();
	}

	@Override
	public Optional<AnimeId> find(String id) {
		return follow(switch (reference(id)) {
			case AnimeReference.ById(AnimeId named) -> this.entries.find(named);
			case AnimeReference.ByLink(SourceLink link) -> this.entries.find(link);
		}).filter((found) -> !found.adult()).map(ServedEntry::id);
	}

	/**
	 * The entry that a client names.
	 * @throws ApiProblem if the text is no id, or there is no such entry
	 * @throws MovedAnime if the id is ours and of an entry that was merged into another
	 */
	ServedEntry entry(String id, boolean adult) {
		return switch (reference(id)) {
			case AnimeReference.ById(AnimeId named) -> entry(named, adult);
			case AnimeReference.ByLink(SourceLink link) -> entry(link, adult);
		};
	}

	/**
	 * The entry that holds a link.
	 * @throws ApiProblem if none does
	 */
	ServedEntry entry(SourceLink link, boolean adult) {
		return shown(follow(this.entries.find(link)), adult);
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

	private static AnimeReference reference(String id) {
		return AnimeReference.parse(id)
			.orElseThrow(() -> ApiProblem.badParameter("id", "must be an id or a provider and its id, as in mal:1535"));
	}

	private ServedEntry entry(AnimeId named, boolean adult) {
		ServedEntry entry = shown(follow(this.entries.find(named)), adult);
		if (!entry.id().equals(named)) {
			throw new MovedAnime(entry.id());
		}
		return entry;
	}

	private Optional<ServedEntry> follow(Optional<ServedEntry> found) {
		Optional<ServedEntry> entry = found;
		for (int i = 0; i < MOST_REDIRECTS; i++) {
			Optional<AnimeId> target = entry.map(ServedEntry::mergedInto);
			if (target.isEmpty()) {
				break;
			}
			entry = this.entries.find(target.get());
		}
		return entry.filter((each) -> each.mergedInto() == null);
	}

	private static ServedEntry shown(Optional<ServedEntry> entry, boolean adult) {
		return entry.filter((found) -> adult || !found.adult())
			.orElseThrow(() -> ApiProblem.notFound("anime_not_found", "the catalogue has no such anime"));
	}

}
