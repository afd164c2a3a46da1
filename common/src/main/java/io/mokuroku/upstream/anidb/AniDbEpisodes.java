package io.mokuroku.upstream.anidb;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Languages;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Values;

/**
 * What AniDB says of episodes. It alone tells their sort. Its ratings count to ten,
 * unlike those that episodes are known by, and are left out.
 */
final class AniDbEpisodes {

	private static final Map<String, EpisodeKind> KINDS = Map.of("1", EpisodeKind.REGULAR, "2", EpisodeKind.SPECIAL,
			"3", EpisodeKind.CREDIT, "4", EpisodeKind.TRAILER, "5", EpisodeKind.PARODY, "6", EpisodeKind.OTHER);

	/** {@code 7}, {@code S1}, {@code C12}: the letter repeats the sort. */
	private static final Pattern NUMBER = Pattern.compile("[SCTPO]?(?<number>\\d{1,5})");

	private final Notes notes;

	AniDbEpisodes(Notes notes) {
		this.notes = notes;
	}

	List<EpisodeFacts> episodes(AniDbElement anime) {
		return anime.items("episodes", "episode")
			.stream()
			.map(this::episode)
			.flatMap(Optional::stream)
			.sorted(Comparator.comparing((EpisodeFacts episode) -> episode.number().kind())
				.thenComparing(EpisodeFacts::number))
			.toList();
	}

	private Optional<EpisodeFacts> episode(AniDbElement episode) {
		Optional<EpisodeNumber> number = episode.child("epno").flatMap(AniDbEpisodes::number);
		if (number.isEmpty()) {
			this.notes.add("episode number", String.valueOf(episode.textOf("epno")));
			return Optional.empty();
		}
		Map<String, String> titles = new TreeMap<>();
		for (AniDbElement title : episode.children("title")) {
			String words = title.words();
			if (words != null) {
				titles.putIfAbsent(Languages.tagged(title.attribute("lang"), this.notes), words);
			}
		}
		return number.map((its) -> EpisodeFacts.of(its,
				new EpisodeFacts.Titles(titles.get("en"), titles.get("ja"), titles.get("ja-Latn"), titles),
				Dates.printed(episode.textOf("airdate"), this.notes),
				Values.secondsOf(AniDbMapper.positive(episode.textOf("length"))), episode.textOf("summary")));
	}

	private static Optional<EpisodeNumber> number(AniDbElement epno) {
		EpisodeKind kind = KINDS.get(epno.attribute("type"));
		Matcher number = NUMBER.matcher(epno.text().strip());
		return (kind != null && number.matches())
				? Optional.of(new EpisodeNumber(kind, new BigDecimal(number.group("number")))) : Optional.empty();
	}

}
