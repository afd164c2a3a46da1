package io.mokuroku.review.decision;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.catalogue.store.SourceLinks;

/**
 * Proposals beside their entries.
 */
final class StoredProposals implements Proposals {

	private final EntryParts parts;

	private final SourceLinks links;

	private final AnimeStore store;

	StoredProposals(EntryParts parts, SourceLinks links, AnimeStore store) {
		this.parts = parts;
		this.links = links;
		this.store = store;
	}

	@Override
	public Optional<AnimeEntry> find(AnimeId animeId) {
		return this.parts.findProposal(animeId);
	}

	@Override
	public Optional<AnimeEntry> findHolder(SourceLink link) {
		return this.links.find(link).flatMap(this.store::find);
	}

	@Override
	public Corrections.Shown lists(AnimeId animeId) {
		return this.parts.findProposedLists(animeId)
			.map((lists) -> lists.shown(animeId))
			.orElseGet(() -> new Corrections.Shown(animeId, this.parts.episodes(animeId),
					this.parts.characters(animeId), this.parts.staff(animeId)));
	}

	@Override
	public void put(AnimeEntry proposal) {
		this.parts.putProposal(proposal);
	}

}
