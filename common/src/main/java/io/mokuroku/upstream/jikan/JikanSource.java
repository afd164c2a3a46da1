package io.mokuroku.upstream.jikan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.EpisodeNumber;
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
 * MyAnimeList, asked through an API in the form of Jikan.
 */
public final class JikanSource implements AnimeSource {

	private static final AnswerForm<JikanAnime.Document> ANIME = AnswerForm.json(JikanAnime.Document.class);

	private static final AnswerForm<JikanEpisodes> EPISODES = AnswerForm.json(JikanEpisodes.class);

	private static final int EPISODES_PER_PAGE = 100;

	/** One thousand pages hold more episodes than any anime has. */
	private static final int MOST_PAGES = 1_000;

	private final UpstreamApi api;

	/** A source behind an API. */
	public JikanSource(UpstreamApi api) {
		this.api = api;
	}

	@Override
	public Provider provider() {
		return Provider.MYANIMELIST;
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		String id = link.externalId();
		return this.api.find(UpstreamRequest.get("anime", id, "/anime/" + id + "/full"), ANIME)
			.map((answer) -> JikanMapper.facts(answer.value().data(), answer.fetchedAt()));
	}

	@Override
	public List<EpisodeFacts> episodes(SourceLink link) {
		List<EpisodeFacts> episodes = new ArrayList<>();
		for (int page = 1; page <= MOST_PAGES; page++) {
			Optional<JikanEpisodes> answer = page(link, page);
			answer.ifPresent((found) -> episodes.addAll(JikanMapper.episodes(found)));
			if (answer.isEmpty() || !answer.get().hasNextPage()) {
				break;
			}
		}
		return episodes;
	}

	@Override
	public Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		int page = (number - 1) / EPISODES_PER_PAGE + 1;
		return page(link, page).stream()
			.flatMap((found) -> JikanMapper.episodes(found).stream())
			.filter((episode) -> episode.number().equals(EpisodeNumber.regular(number)))
			.findFirst();
	}

	private Optional<JikanEpisodes> page(SourceLink link, int page) {
		String id = link.externalId();
		UpstreamRequest request = UpstreamRequest.get("episodes", id, "/anime/" + id + "/episodes")
			.query("page", page)
			.page(page);
		return this.api.find(request, EPISODES).map(Answer::value);
	}

}
