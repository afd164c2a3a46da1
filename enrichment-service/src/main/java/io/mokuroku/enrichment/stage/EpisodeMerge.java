package io.mokuroku.enrichment.stage;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Media.StreamingLink;
import io.mokuroku.enrichment.text.PlainText;
import io.mokuroku.upstream.EpisodeFacts;
import org.jspecify.annotations.Nullable;

/**
 * One list of episodes of many. Episodes are the same if their numbers are; what one
 * source leaves out another fills in; what is known already is never lost.
 */
public final class EpisodeMerge {

	/** "Episode 8", "第8話", "第８話" and the like say nothing. */
	private static final Pattern PLACEHOLDER = Pattern
		.compile("(?iU)(?:episode|ep\\.?|#)?\\s*\\d+|第\\s*\\d+\\s*話|tba|tbd|untitled");

	private EpisodeMerge() {
	}

	/**
	 * Merges.
	 * @param animeId the entry
	 * @param lists what sources list, the most trusted first
	 * @param known what the catalogue has
	 * @param today the date in Japan
	 */
	public static List<Episode> merge(AnimeId animeId, List<List<EpisodeFacts>> lists, List<Episode> known,
			LocalDate today) {
		Map<EpisodeNumber, List<EpisodeFacts>> byNumber = new TreeMap<>();
		lists.forEach((list) -> list
			.forEach((facts) -> byNumber.computeIfAbsent(facts.number(), (number) -> new ArrayList<>()).add(facts)));
		Map<EpisodeNumber, Episode> merged = new TreeMap<>();
		known.forEach(
				(episode) -> merged.put(episode.number(), merge(animeId, episode.number(), List.of(), episode, today)));
		byNumber
			.forEach((number, facts) -> merged.put(number, merge(animeId, number, facts, merged.get(number), today)));
		return merged.values().stream().sorted(Comparator.comparing(Episode::number)).toList();
	}

	/**
	 * Merges what is said of one episode.
	 * @param said by sources, the most trusted first; may be empty
	 * @param known what the catalogue has
	 */
	public static Episode merge(AnimeId animeId, EpisodeNumber number, List<EpisodeFacts> said, @Nullable Episode known,
			LocalDate today) {
		String title = first(said, (facts) -> real(facts.titles().main()), (known != null) ? known.title() : null);
		LocalDate airDate = first(said, EpisodeFacts::airDate, (known != null) ? known.airDate() : null);
		return new Episode(animeId, number, title,
				first(said, (facts) -> real(facts.titles().japanese()), (known != null) ? known.titleJapanese() : null),
				first(said, (facts) -> real(facts.titles().romaji()), (known != null) ? known.titleRomaji() : null),
				airDate, first(said, EpisodeFacts::durationSeconds, (known != null) ? known.durationSeconds() : null),
				first(said, (facts) -> PlainText.of(facts.synopsis()), (known != null) ? known.synopsis() : null),
				Episode.State.of(title, airDate, today),
				details(said, (known != null) ? known.details() : Episode.Details.NONE, title != null));
	}

	/** Fillers, recaps and scores are MyAnimeList's alone, so nobody else tells them. */
	private static Episode.Details details(List<EpisodeFacts> said, Episode.Details known, boolean titled) {
		Set<URI> links = new TreeSet<>(known.links());
		Instant told = first(said, EpisodeFacts::airedAt, null);
		said.stream().map(EpisodeFacts::page).filter(Objects::nonNull).forEach(links::add);
		return new Episode.Details(first(said, EpisodeFacts::filler, known.filler()),
				first(said, EpisodeFacts::recap, known.recap()), first(said, EpisodeFacts::score, known.score()),
				(told != null) ? told : known.airedAt(), (told != null) ? null : known.airedAtDerived(),
				first(said, EpisodeFacts::thumbnail, known.thumbnail()), List.copyOf(links), titles(said, known),
				streaming(said, known), titled ? null : said.isEmpty() ? known.untitled() : Boolean.TRUE,
				(titled || !said.isEmpty()) ? null : known.unlisted());
	}

	/** The most trusted title of each language that is one. */
	private static Map<String, String> titles(List<EpisodeFacts> said, Episode.Details known) {
		Map<String, String> titles = new TreeMap<>();
		said.forEach((facts) -> facts.titles().byLanguage().forEach((language, title) -> {
			if (real(title) != null) {
				titles.putIfAbsent(language, title);
			}
		}));
		known.titles().forEach(titles::putIfAbsent);
		return titles;
	}

	/** Each page once; what nobody tells today stays. */
	private static List<StreamingLink> streaming(List<EpisodeFacts> said, Episode.Details known) {
		Map<String, StreamingLink> pages = new LinkedHashMap<>();
		Stream
			.concat(said.stream().flatMap((facts) -> Showing.streaming(facts.streaming()).stream()),
					known.streaming().stream())
			.forEach((link) -> pages.putIfAbsent(Showing.page(link.url()), link));
		return List.copyOf(pages.values());
	}

	private static @Nullable String real(@Nullable String title) {
		return (title == null || PLACEHOLDER.matcher(title.strip()).matches()) ? null : title;
	}

	private static <T> @Nullable T first(List<EpisodeFacts> said, Function<EpisodeFacts, @Nullable T> member,
			@Nullable T otherwise) {
		for (EpisodeFacts facts : said) {
			T value = member.apply(facts);
			if (value != null) {
				return value;
			}
		}
		return otherwise;
	}

}
