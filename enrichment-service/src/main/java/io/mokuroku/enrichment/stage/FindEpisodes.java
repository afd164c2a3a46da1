package io.mokuroku.enrichment.stage;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.upstream.EpisodeFacts;

/**
 * Makes one list of episodes of what the sources list and the catalogue has.
 */
final class FindEpisodes implements Finding<EpisodeList> {

	/** Whose titles and dates count first. */
	private static final List<Provider> TRUST = List.of(Provider.MYANIMELIST, Provider.KITSU, Provider.ANILIST,
			Provider.ANIMESCHEDULE, Provider.ANIDB);

	private final EntryParts parts;

	private final InstantSource clock;

	FindEpisodes(EntryParts parts, InstantSource clock) {
		this.parts = parts;
		this.clock = clock;
	}

	@Override
	public EpisodeList find(AnimeId animeId, List<Fetched> answers) {
		List<List<EpisodeFacts>> lists = answers.stream()
			.sorted(Comparator.comparingInt((Fetched answer) -> trust(answer.anime().link().provider()))
				.thenComparing((answer) -> answer.anime().link()))
			.map(Fetched::episodes)
			.toList();
		return new EpisodeList(EpisodeMerge.merge(animeId, lists, this.parts.episodes(animeId),
				LocalDate.ofInstant(this.clock.instant(), Broadcast.JAPAN)));
	}

	private static int trust(Provider provider) {
		int place = TRUST.indexOf(provider);
		return (place < 0) ? TRUST.size() : place;
	}

}
