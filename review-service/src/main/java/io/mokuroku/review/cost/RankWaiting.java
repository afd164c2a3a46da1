package io.mokuroku.review.cost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.review.task.JudgePriority;
import io.mokuroku.review.task.PopularRank;

/**
 * Puts what waits into the order in which people are asked, by what is known now.
 */
final class RankWaiting {

	private final AnimeStore store;

	private final EntryParts parts;

	private final PopularRank popular;

	RankWaiting(AnimeStore store, EntryParts parts, PopularRank popular) {
		this.store = store;
		this.parts = parts;
		this.popular = popular;
	}

	/** The most pressing first, and of these what waits longest. */
	List<WaitingReview> inOrder(List<WaitingReviews.Waiting> all, Instant now) {
		List<AnimeId> ids = all.stream().map((waits) -> waits.request().animeId()).distinct().toList();
		Map<AnimeId, AnimeEntry> entries = this.store.findAll(ids);
		List<WaitingReview> ordered = new ArrayList<>();
		for (WaitingReviews.Waiting waits : all) {
			AnimeId id = waits.request().animeId();
			ordered.add(new WaitingReview(waits.request(), waits.since(), JudgePriority
				.of(this.parts.findProposal(id).orElse(null), entries.get(id), this.popular.value(), now)));
		}
		ordered.sort(WaitingReview.ORDER);
		return ordered;
	}

}
