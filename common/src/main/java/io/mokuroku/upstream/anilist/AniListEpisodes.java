package io.mokuroku.upstream.anilist;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.EpisodeKind;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.CalendarRow;
import io.mokuroku.upstream.Dates;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.MediaFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ReleaseKind;
import io.mokuroku.upstream.Values;
import org.jspecify.annotations.Nullable;

/**
 * What AniList says of episodes: the titles streaming sites give them, and the times of
 * those to come.
 */
final class AniListEpisodes {

	private static final Pattern TITLE = Pattern
		.compile("Episode\\s+(?<number>\\d{1,5}(?:\\.\\d)?)\\s*[-–:]\\s*(?<title>.+)");

	private final Notes notes;

	AniListEpisodes(Notes notes) {
		this.notes = notes;
	}

	List<EpisodeFacts> episodes(AniListMedia anime) {
		Map<EpisodeNumber, Instant> times = new TreeMap<>();
		List<AniListMedia.Airing> airings = new ArrayList<>();
		if (anime.airingSchedule() != null) {
			airings.addAll(Values.<AniListMedia.Airing>each(anime.airingSchedule().nodes()));
		}
		if (anime.nextAiringEpisode() != null) {
			airings.add(anime.nextAiringEpisode());
		}
		for (AniListMedia.Airing airing : airings) {
			Instant at = Dates.instant(airing.airingAt());
			Integer number = number(airing.episode());
			if (at != null && number != null) {
				times.put(EpisodeNumber.regular(number), at);
			}
		}
		Map<EpisodeNumber, EpisodeFacts> byNumber = new TreeMap<>();
		for (AniListMedia.StreamingEpisode episode : Values.<AniListMedia.StreamingEpisode>each(
				anime.streamingEpisodes())) {
			Matcher title = TITLE.matcher(Objects.requireNonNullElse(episode.title(), "").strip());
			if (title.matches()) {
				EpisodeNumber number = new EpisodeNumber(EpisodeKind.REGULAR, new BigDecimal(title.group("number")));
				byNumber.putIfAbsent(number, episode(number, title.group("title"), times.get(number), streams(episode),
						Values.webAddress(episode.thumbnail())));
			}
			else {
				this.notes.add("episode title", String.valueOf(episode.title()));
			}
		}
		times.forEach((number, at) -> byNumber.putIfAbsent(number, episode(number, null, at, List.of(), null)));
		return List.copyOf(byNumber.values());
	}

	List<CalendarRow> rows(List<AniListMedia.Airing> airings) {
		List<CalendarRow> rows = new ArrayList<>();
		for (AniListMedia.Airing airing : airings) {
			AniListMedia media = airing.media();
			Instant at = Dates.instant(airing.airingAt());
			Integer number = number(airing.episode());
			if (media == null || at == null || number == null) {
				this.notes.add("airing", String.valueOf(airing.episode()));
				continue;
			}
			Long mal = Values.positive(media.idMal());
			rows.add(
					new CalendarRow(new SourceLink(Provider.ANILIST, Long.toString(media.id())),
							(mal != null) ? List.of(new SourceLink(Provider.MYANIMELIST, Long.toString(mal)))
									: List.of(),
							(media.title() != null) ? Values.text(media.title().romaji()) : null, ReleaseKind.RAW,
							number, number, at, Values.positive(media.episodes()), Values.secondsOf(media.duration()),
							Boolean.TRUE.equals(media.isAdult()), null));
		}
		return rows;
	}

	private static EpisodeFacts episode(EpisodeNumber number, @Nullable String title, @Nullable Instant airedAt,
			List<MediaFacts.Stream> streams, @Nullable URI thumbnail) {
		return new EpisodeFacts(number,
				(title != null) ? new EpisodeFacts.Titles(title, null, null, Map.of()) : EpisodeFacts.Titles.NONE, null,
				airedAt, null, null, null, null, null, thumbnail, streams, null);
	}

	private static List<MediaFacts.Stream> streams(AniListMedia.StreamingEpisode episode) {
		URI address = Values.webAddress(episode.url());
		String site = Values.text(episode.site());
		return (address != null && site != null) ? List.of(new MediaFacts.Stream(site, address, List.of())) : List.of();
	}

	private static @Nullable Integer number(@Nullable Integer number) {
		return (number != null && number > 0 && number <= EpisodeNumber.LAST) ? number : null;
	}

}
