package io.mokuroku.review.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.correction.Corrections;

/**
 * Proposals in memory.
 */
final class ProposalsFake implements Proposals {

	private final Map<AnimeId, AnimeEntry> proposals = new HashMap<>();

	@Override
	public Optional<AnimeEntry> find(AnimeId animeId) {
		return Optional.ofNullable(this.proposals.get(animeId));
	}

	@Override
	public Optional<AnimeEntry> findHolder(SourceLink link) {
		return this.proposals.values().stream().filter((entry) -> entry.sources().contains(link)).findFirst();
	}

	@Override
	public Corrections.Shown lists(AnimeId animeId) {
		return new Corrections.Shown(animeId, List.of(), List.of(), List.of());
	}

	@Override
	public void put(AnimeEntry proposal) {
		this.proposals.put(proposal.id(), proposal);
	}

}
