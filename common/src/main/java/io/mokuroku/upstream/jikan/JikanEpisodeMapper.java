package io.mokuroku.upstream.jikan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.StatisticsFacts.ListState;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What Jikan says of episodes, and of how ratings spread.
 */
final class JikanEpisodeMapper {

	private final Notes notes;

	JikanEpisodeMapper(Notes notes) {
		this.notes = notes;
	}

	List<EpisodeFacts> episodes(JikanEpisodes page) {
		return Values.<JikanEpisodes.Item>each(page.data())
			.stream()
			.map(this::episode)
			.flatMap(Optional::stream)
			.toList();
	}

	/**
	 * The day is printed with different offsets in list and episode; neither moves it.
	 */
	Optional<EpisodeFacts> episode(JikanEpisodes.Item item) {
		Integer number = Values.positive(item.number());
		if (number == null || number > EpisodeNumber.LAST) {
			this.notes.add("episode number", String.valueOf(item.number()));
			return Optional.empty();
		}
		Map<String, String> byLanguage = new TreeMap<>();
		put(byLanguage, "ja", item.titleJapanese());
		put(byLanguage, "ja-Latn", item.titleRomaji());
		Double score = item.score();
		boolean rated = score != null && score >= 1 && score <= 5;
		if (score != null && score != 0 && !rated) {
			this.notes.add("episode score", score.toString());
		}
		return Optional.of(new EpisodeFacts(EpisodeNumber.regular(number),
				new EpisodeFacts.Titles(Values.text(item.title()), Values.text(item.titleJapanese()),
						Values.text(item.titleRomaji()), byLanguage),
				Dates.printed(item.aired(), this.notes), null, Values.positive(item.duration()),
				Values.text(item.synopsis()), item.filler(), item.recap(), rated ? score : null, null, List.of(),
				Values.webAddress(item.url())));
	}

	StatisticsFacts.Distribution distribution(JikanStatistics statistics) {
		Map<Double, Long> votes = new TreeMap<>();
		for (JikanStatistics.Score score : Values.<JikanStatistics.Score>each(statistics.scores())) {
			if (score.score() != null && score.votes() != null) {
				votes.put(score.score().doubleValue(), score.votes());
			}
		}
		Map<ListState, Long> lists = new TreeMap<>();
		put(lists, ListState.WATCHING, statistics.watching());
		put(lists, ListState.COMPLETED, statistics.completed());
		put(lists, ListState.ON_HOLD, statistics.onHold());
		put(lists, ListState.DROPPED, statistics.dropped());
		put(lists, ListState.PLANNED, statistics.planToWatch());
		return new StatisticsFacts.Distribution(votes, lists);
	}

	private static void put(Map<String, String> titles, String language, @Nullable String title) {
		String text = Values.text(title);
		if (text != null) {
			titles.put(language, text);
		}
	}

	private static void put(Map<ListState, Long> lists, ListState state, @Nullable Long people) {
		if (people != null) {
			lists.put(state, people);
		}
	}

}
