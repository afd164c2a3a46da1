package io.mokuroku.upstream.kitsu;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.Answer;
import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.UpstreamRequest;

/**
 * Kitsu. Without a login it does not show entries for adults.
 */
public final class KitsuSource implements AnimeSource {

	private static final String JSON_API = "application/vnd.api+json";

	private static final AnswerForm<KitsuAnime.Document> ANIME = AnswerForm.json(KitsuAnime.Document.class)
		.accepting(JSON_API);

	private static final AnswerForm<KitsuEpisodes> EPISODES = AnswerForm.json(KitsuEpisodes.class).accepting(JSON_API);

	/** More are not given at once. */
	private static final int PER_PAGE = 20;

	private static final int MOST_PAGES = 1_000;

	private final UpstreamApi api;

	/** A source behind an API. */
	public KitsuSource(UpstreamApi api) {
		this.api = api;
	}

	@Override
	public Provider provider() {
		return Provider.KITSU;
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		return anime(link).map((answer) -> KitsuMapper.facts(answer.value(), answer.fetchedAt()));
	}

	@Override
	public List<EpisodeFacts> episodes(SourceLink link) {
		List<KitsuEpisodes.Item> items = new ArrayList<>();
		String id = idOf(link).orElse(null);
		for (int page = 0; id != null && page < MOST_PAGES; page++) {
			Optional<KitsuEpisodes> answer = page(id, page * PER_PAGE);
			answer.ifPresent((found) -> items.addAll(Objects.requireNonNullElse(found.data(), List.of())));
			if (answer.isEmpty() || !answer.get().hasNextPage()) {
				break;
			}
		}
		return KitsuMapper.episodes(items);
	}

	@Override
	public Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		int offset = (number - 1) / PER_PAGE * PER_PAGE;
		return idOf(link).flatMap((id) -> page(id, offset))
			.flatMap((found) -> KitsuMapper.episode(Objects.requireNonNullElse(found.data(), List.of()), number));
	}

	private Optional<String> idOf(SourceLink link) {
		return link.unresolved() ? anime(link).map((answer) -> answer.value().id()) : Optional.of(link.externalId());
	}

	private Optional<Answer<KitsuAnime>> anime(SourceLink link) {
		String filter = link.unresolved() ? "slug" : "id";
		UpstreamRequest request = UpstreamRequest.get("anime-by-" + filter, link.externalId(), "/anime")
			.query("filter[" + filter + "]", link.externalId());
		return this.api.find(request, ANIME).flatMap(KitsuSource::first);
	}

	private static Optional<Answer<KitsuAnime>> first(Answer<KitsuAnime.Document> answer) {
		return Objects.requireNonNullElse(answer.value().data(), List.<KitsuAnime>of())
			.stream()
			.findFirst()
			.map((anime) -> answer.map((_) -> anime));
	}

	private Optional<KitsuEpisodes> page(String id, int offset) {
		UpstreamRequest request = UpstreamRequest.get("episodes", id, "/episodes")
			.query("filter[mediaType]", "Anime")
			.query("filter[mediaId]", id)
			.query("sort", "number")
			.query("page[limit]", PER_PAGE)
			.query("page[offset]", offset)
			.page(offset / PER_PAGE + 1);
		return this.api.find(request, EPISODES).map(Answer::value);
	}

}
