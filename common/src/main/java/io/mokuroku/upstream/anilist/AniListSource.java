package io.mokuroku.upstream.anilist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringCalendar;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.Answer;
import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.CalendarRow;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.ReleaseKind;
import io.mokuroku.upstream.StaffFacts;
import io.mokuroku.upstream.Unrecognised;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.UpstreamRequest;
import io.mokuroku.upstream.Values;
import io.mokuroku.upstream.cache.Pace;
import org.jspecify.annotations.Nullable;

/**
 * AniList. Its terms forbid to collect it: it is asked for one entry at a time and for
 * airing times, never for lists of entries.
 */
public final class AniListSource implements AnimeSource, AiringCalendar {

	private static final AnswerForm<AniListMedia.Document> PEOPLE = AnswerForm.json(AniListMedia.Document.class)
		.paced((_) -> Pace.RECENT);

	private static final AnswerForm<AniListMedia.Document> TIMES = AnswerForm.json(AniListMedia.Document.class)
		.paced((_) -> Pace.AIRING);

	private static final int MOST_PAGES = 200;

	private final UpstreamApi api;

	private final AnswerForm<AniListMedia.Document> mediaForm;

	private final AniListMapper anime;

	private final AniListEpisodes episodes;

	private final AniListCast cast;

	/** A source behind an API, and whom it tells what it did not understand. */
	public AniListSource(UpstreamApi api, Unrecognised unrecognised) {
		Notes notes = new Notes("anilist", unrecognised);
		this.api = api;
		this.anime = new AniListMapper(notes);
		this.episodes = new AniListEpisodes(notes);
		this.cast = new AniListCast(notes);
		AniListMapper quiet = new AniListMapper(Notes.none());
		this.mediaForm = AnswerForm.json(AniListMedia.Document.class)
			.paced((document) -> media(document).map((media) -> quiet.facts(media, api.now()).pace(api.today()))
				.orElse(Pace.AIRING));
	}

	@Override
	public Provider provider() {
		return Provider.ANILIST;
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		return this.api.find(about(link), this.mediaForm)
			.flatMap((answer) -> media(answer.value())
				.map((media) -> this.anime.facts(media, answer.fetchedAt()).as(answer)));
	}

	@Override
	public List<EpisodeFacts> episodes(SourceLink link) {
		return episodes(about(link));
	}

	@Override
	public boolean listsEpisodes() {
		return true;
	}

	@Override
	public Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		return episodes(about(link).news()).stream()
			.filter((episode) -> episode.number().equals(EpisodeNumber.regular(number)))
			.findFirst();
	}

	@Override
	public List<CharacterFacts> characters(SourceLink link) {
		String id = link.externalId();
		return this.cast.characters(
				people("characters", id, (page) -> AniListQueries.characters(id, page), AniListMedia::characters));
	}

	@Override
	public List<StaffFacts> staff(SourceLink link) {
		String id = link.externalId();
		return this.cast.staff(people("staff", id, (page) -> AniListQueries.staff(id, page), AniListMedia::staff));
	}

	@Override
	public List<CalendarRow> between(ReleaseKind release, Instant from, Instant to) {
		List<CalendarRow> rows = new ArrayList<>();
		boolean more = release == ReleaseKind.RAW;
		for (int page = 1; more && page <= MOST_PAGES; page++) {
			long first = from.getEpochSecond();
			UpstreamRequest request = ask("schedules", first + "-" + to.getEpochSecond(), page,
					AniListQueries.schedules(first, to.getEpochSecond(), page));
			AniListMedia.Page answer = this.api.find(request.news(), TIMES)
				.map(Answer::value)
				.map((document) -> (document.data() != null) ? document.data().page() : null)
				.orElse(null);
			more = answer != null && hasNext(answer.pageInfo());
			if (answer != null) {
				rows.addAll(this.episodes.rows(Values.<AniListMedia.Airing>each(answer.airingSchedules())));
			}
		}
		return rows;
	}

	private List<AniListPerson.Edge> people(String resource, String id, IntFunction<AniListQueries.Query> query,
			Function<AniListMedia, AniListMedia.@Nullable People> people) {
		List<AniListPerson.Edge> edges = new ArrayList<>();
		boolean more = true;
		for (int page = 1; more && page <= MOST_PAGES; page++) {
			AniListMedia.People answer = this.api.find(ask(resource, id, page, query.apply(page)), PEOPLE)
				.flatMap((found) -> media(found.value()))
				.map(people)
				.orElse(null);
			more = answer != null && hasNext(answer.pageInfo());
			if (answer != null) {
				edges.addAll(Values.<AniListPerson.Edge>each(answer.edges()));
			}
		}
		return edges;
	}

	private List<EpisodeFacts> episodes(UpstreamRequest request) {
		return this.api.find(request, this.mediaForm)
			.flatMap((answer) -> media(answer.value()))
			.map(this.episodes::episodes)
			.orElse(List.of());
	}

	private static UpstreamRequest about(SourceLink link) {
		return ask("media", link.externalId(), 1, AniListQueries.media(link.externalId()));
	}

	private static UpstreamRequest ask(String resource, String id, int page, AniListQueries.Query query) {
		return UpstreamRequest.post(resource, id, "", query).page(page);
	}

	private static Optional<AniListMedia> media(AniListMedia.Document document) {
		return Optional.ofNullable((document.data() != null) ? document.data().media() : null);
	}

	private static boolean hasNext(AniListMedia.@Nullable PageInfo info) {
		return info != null && Boolean.TRUE.equals(info.hasNextPage());
	}

}
