package io.mokuroku.catalogue.correction;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;

/**
 * What people have corrected in a list of episodes so far.
 *
 * @param numbers what numbers of sources stand for here; empty text for what is no
 * episode
 * @param fixes what was written, by the number an episode has here
 */
public record EpisodeCorrections(Map<String, String> numbers, Map<String, EpisodeFix> fixes) {

	/** Nothing was corrected. */
	public static final EpisodeCorrections NONE = new EpisodeCorrections(Map.of(), Map.of());

	@SuppressWarnings("NullAway") // JSON may leave out what is empty
	public EpisodeCorrections {
		numbers = (numbers != null) ? Collections.unmodifiableMap(new TreeMap<>(numbers)) : Map.of();
		fixes = (fixes != null) ? Collections.unmodifiableMap(new TreeMap<>(fixes)) : Map.of();
	}

	/** The same and what was corrected later, in the list that came of these. */
	EpisodeCorrections and(EpisodeChange change) {
		Map<String, String> all = new HashMap<>();
		this.numbers.forEach((told, here) -> all.put(told, change.moved().getOrDefault(here, here)));
		change.moved().forEach((here, next) -> {
			if (next.equals(EpisodeChange.NOT_LISTED) || !this.numbers.containsValue(here)) {
				all.putIfAbsent(here, next);
			}
		});
		all.entrySet().removeIf((each) -> each.getKey().equals(each.getValue()));
		Map<String, EpisodeFix> fixed = new HashMap<>();
		this.fixes.forEach((here, fix) -> {
			String next = change.moved().getOrDefault(here, here);
			if (!next.equals(EpisodeChange.NOT_LISTED)) {
				fixed.put(next, fix);
			}
		});
		change.fixes().forEach((here, fix) -> {
			fixed.merge(here, fix, EpisodeFix::and);
			if (!all.containsValue(here)) {
				all.remove(here, EpisodeChange.NOT_LISTED);
			}
		});
		return new EpisodeCorrections(all, fixed);
	}

	/** Which episode a number of a source is here; empty if it is none. */
	public Optional<EpisodeNumber> here(EpisodeNumber told) {
		String here = this.numbers.getOrDefault(told.toString(), told.toString());
		return here.equals(EpisodeChange.NOT_LISTED) ? Optional.empty() : Optional.of(PartEdits.number(here));
	}

	/**
	 * Which regular episode the number of a regular one of a source is here; empty if it
	 * is none.
	 * @param told from 1
	 */
	public Optional<Integer> hereRegular(int told) {
		return here(EpisodeNumber.regular(told))
			.filter((number) -> number.kind() == EpisodeKind.REGULAR && number.value().scale() <= 0)
			.map((number) -> number.value().intValue())
			.filter((number) -> number > 0);
	}

	/** Whether a number means something else to sources than here. */
	public boolean isMoved(EpisodeNumber number) {
		return this.numbers.containsKey(number.toString()) || this.numbers.containsValue(number.toString());
	}

	/** Whether a person has written anything about an episode. */
	public boolean isFixed(EpisodeNumber number) {
		return this.fixes.containsKey(number.toString());
	}

	/**
	 * Whether a list should have an episode: not one that a person removed or gave
	 * another number, unless the number stands for another one now.
	 */
	public boolean lists(EpisodeNumber number) {
		String here = number.toString();
		return !this.numbers.containsKey(here) || this.numbers.containsValue(here) || this.fixes.containsKey(here);
	}

	/**
	 * Episodes as people wrote them, without those that are none.
	 * @param today the date in Japan
	 */
	public List<Episode> on(List<Episode> episodes, LocalDate today) {
		return episodes.stream().filter((episode) -> lists(episode.number())).map((episode) -> {
			EpisodeFix fix = this.fixes.get(episode.number().toString());
			return (fix != null) ? fix.on(episode, today) : episode;
		}).toList();
	}

	/**
	 * A whole list as people wrote it, with the episodes that they added.
	 * @param today the date in Japan
	 */
	public List<Episode> onAll(AnimeId animeId, List<Episode> episodes, LocalDate today) {
		Map<EpisodeNumber, Episode> all = new TreeMap<>();
		this.fixes.keySet().forEach((here) -> {
			EpisodeNumber number = PartEdits.number(here);
			all.put(number,
					new Episode(animeId, number, null, null, null, null, null, null, Episode.State.PLACEHOLDER));
		});
		episodes.forEach((episode) -> all.put(episode.number(), episode));
		return on(List.copyOf(all.values()), today);
	}

}
