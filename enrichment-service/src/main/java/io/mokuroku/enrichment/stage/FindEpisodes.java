package io.mokuroku.enrichment.stage;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.correction.EpisodeCorrections;
import io.mokuroku.catalogue.correction.ProposedLists.Told;
import io.mokuroku.catalogue.store.EntryParts;
import io.mokuroku.enrichment.fetch.Fetched;
import io.mokuroku.enrichment.merge.Sources;
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
		EpisodeCorrections corrections = this.parts.corrections(animeId).episodes();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), Broadcast.JAPAN);
		List<Fetched> byTrust = answers.stream()
			.sorted(Comparator.comparingInt((Fetched answer) -> trust(answer.anime().link().provider()))
				.thenComparing((answer) -> answer.anime().link()))
			.toList();
		List<List<EpisodeFacts>> lists = byTrust.stream()
			.map((answer) -> here(answer.episodes(), corrections))
			.toList();
		Map<String, Map<String, Told>> told = new TreeMap<>();
		for (int i = 0; i < lists.size(); i++) {
			tell(lists.get(i),
					told.computeIfAbsent(Sources.of(byTrust.get(i).anime().link().provider()), (_) -> new TreeMap<>()));
		}
		told.values().removeIf(Map::isEmpty);
		List<Episode> merged = EpisodeMerge.merge(animeId, lists, this.parts.episodes(animeId), today);
		return new EpisodeList(corrections.onAll(animeId, merged, today), told);
	}

	/** What a source lists, by the numbers that people gave. */
	private static List<EpisodeFacts> here(List<EpisodeFacts> said, EpisodeCorrections corrections) {
		return said.stream().flatMap((facts) -> corrections.here(facts.number()).map(facts::with).stream()).toList();
	}

	private static void tell(List<EpisodeFacts> said, Map<String, Told> told) {
		said.forEach((facts) -> told.putIfAbsent(facts.number().toString(),
				new Told(facts.titles().main(), facts.airDate())));
	}

	private static int trust(Provider provider) {
		int place = TRUST.indexOf(provider);
		return (place < 0) ? TRUST.size() : place;
	}

}
