package io.mokuroku.upstream.kitsu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.Answer;
import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.StaffFacts;
import io.mokuroku.upstream.Unrecognised;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.UpstreamRequest;
import io.mokuroku.upstream.Values;
import io.mokuroku.upstream.cache.Pace;

/**
 * Kitsu. Without a login it does not show entries for adults.
 */
public final class KitsuSource implements AnimeSource {

	private static final String JSON_API = "application/vnd.api+json";

	private static final AnswerForm<KitsuIncluded.Page> PEOPLE = AnswerForm.json(KitsuIncluded.Page.class)
		.accepting(JSON_API)
		.paced((_) -> Pace.RECENT);

	private static final int MOST_PAGES = 1_000;

	private final UpstreamApi api;

	private final AnswerForm<KitsuAnime.Document> animeForm;

	private final AnswerForm<KitsuEpisodes> episodesForm;

	private final KitsuMapper anime;

	private final KitsuEpisodeMapper episodes;

	private final KitsuCast cast;

	/** A source behind an API, and whom it tells what it did not understand. */
	public KitsuSource(UpstreamApi api, Unrecognised unrecognised) {
		Notes notes = new Notes("kitsu", unrecognised);
		this.api = api;
		this.anime = new KitsuMapper(notes);
		this.episodes = new KitsuEpisodeMapper(notes);
		this.cast = new KitsuCast(notes);
		KitsuMapper quiet = new KitsuMapper(Notes.none());
		this.animeForm = AnswerForm.json(KitsuAnime.Document.class)
			.accepting(JSON_API)
			.paced((document) -> first(document)
				.map((anime) -> quiet.facts(anime, new KitsuIndex(document.included()), api.now()).pace(api.today()))
				.orElse(Pace.AIRING));
		KitsuEpisodeMapper quietEpisodes = new KitsuEpisodeMapper(Notes.none());
		this.episodesForm = AnswerForm.json(KitsuEpisodes.class)
			.accepting(JSON_API)
			.paced((page) -> EpisodeFacts.pace(quietEpisodes.episodes(Values.<KitsuEpisodes.Item>each(page.data())),
					api.today()));
	}

	@Override
	public Provider provider() {
		return Provider.KITSU;
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		return document(link).flatMap((answer) -> first(answer.value())
			.map((found) -> this.anime.facts(found, new KitsuIndex(answer.value().included()), answer.fetchedAt())
				.as(answer)));
	}

	@Override
	public List<EpisodeFacts> episodes(SourceLink link) {
		List<KitsuEpisodes.Item> items = new ArrayList<>();
		String id = idOf(link).orElse(null);
		for (int page = 0; id != null && page < MOST_PAGES; page++) {
			Optional<KitsuEpisodes> answer = ask(KitsuRequests.episodes(id, page + 1));
			answer.ifPresent((found) -> items.addAll(Values.<KitsuEpisodes.Item>each(found.data())));
			if (answer.isEmpty() || !answer.get().hasNextPage()) {
				break;
			}
		}
		return this.episodes.episodes(items);
	}

	@Override
	public boolean listsEpisodes() {
		return true;
	}

	@Override
	public Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		int page = (number - 1) / KitsuRequests.PER_PAGE + 1;
		return idOf(link).flatMap((id) -> ask(KitsuRequests.episodes(id, page).news()))
			.flatMap((found) -> this.episodes.episode(Values.<KitsuEpisodes.Item>each(found.data()), number));
	}

	@Override
	public List<CharacterFacts> characters(SourceLink link) {
		return pages(link, "characters").stream().flatMap((page) -> this.cast.characters(page).stream()).toList();
	}

	@Override
	public List<StaffFacts> staff(SourceLink link) {
		return this.cast.staff(pages(link, "staff"));
	}

	private List<KitsuIncluded.Page> pages(SourceLink link, String part) {
		List<KitsuIncluded.Page> pages = new ArrayList<>();
		String id = idOf(link).orElse(null);
		for (int page = 0; id != null && page < MOST_PAGES; page++) {
			Optional<KitsuIncluded.Page> answer = this.api.find(KitsuRequests.people(id, part, page + 1), PEOPLE)
				.map(Answer::value);
			answer.ifPresent(pages::add);
			if (answer.isEmpty() || !answer.get().hasNextPage()) {
				break;
			}
		}
		return pages;
	}

	private Optional<String> idOf(SourceLink link) {
		return link.unresolved() ? document(link).flatMap((answer) -> first(answer.value()).map(KitsuAnime::id))
				: Optional.of(link.externalId());
	}

	private Optional<Answer<KitsuAnime.Document>> document(SourceLink link) {
		return this.api.find(link.unresolved() ? KitsuRequests.animeBySlug(link.externalId())
				: KitsuRequests.anime(link.externalId()), this.animeForm);
	}

	private Optional<KitsuEpisodes> ask(UpstreamRequest request) {
		return this.api.find(request, this.episodesForm).map(Answer::value);
	}

	private static Optional<KitsuAnime> first(KitsuAnime.Document document) {
		return Values.<KitsuAnime>each(document.data()).stream().findFirst();
	}

}
