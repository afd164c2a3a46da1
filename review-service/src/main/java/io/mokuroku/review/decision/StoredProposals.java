package io.mokuroku.review.decision;

import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.EntryParts;

/**
 * Proposals beside their entries.
 */
final class StoredProposals implements Proposals {

	private final EntryParts parts;

	StoredProposals(EntryParts parts) {
		this.parts = parts;
	}

	@Override
	public Optional<AnimeEntry> find(AnimeId animeId) {
		return this.parts.findProposal(animeId);
	}

	@Override
	public void put(AnimeEntry proposal) {
		this.parts.putProposal(proposal);
	}

}
