package io.mokuroku.upstream.jikan;

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
import io.mokuroku.upstream.StatisticsFacts;
import io.mokuroku.upstream.Unrecognised;
import io.mokuroku.upstream.UpstreamApi;
import io.mokuroku.upstream.UpstreamRequest;
import io.mokuroku.upstream.cache.Pace;

/**
 * MyAnimeList, asked through an API in the form of Jikan.
 */
public final class JikanSource implements AnimeSource {

	private static final AnswerForm<JikanEpisodes.Single> EPISODE = AnswerForm.json(JikanEpisodes.Single.class);

	private static final AnswerForm<JikanPeople.Characters> CHARACTERS = AnswerForm.json(JikanPeople.Characters.class)
		.paced((_) -> Pace.RECENT);

	private static final AnswerForm<JikanPeople.Staff> STAFF = AnswerForm.json(JikanPeople.Staff.class)
		.paced((_) -> Pace.RECENT);

	private static final AnswerForm<JikanStatistics.Document> STATISTICS = AnswerForm
		.json(JikanStatistics.Document.class);

	/** One thousand pages hold more episodes than any anime has. */
	private static final int MOST_PAGES = 1_000;

	private final UpstreamApi api;

	private final AnswerForm<JikanAnime.Document> animeForm;

	private final AnswerForm<JikanEpisodes> episodesForm;

	private final JikanMapper anime;

	private final JikanEpisodeMapper episodes;

	private final JikanCast cast;

	/** A source behind an API, and whom it tells what it did not understand. */
	public JikanSource(UpstreamApi api, Unrecognised unrecognised) {
		Notes notes = new Notes("jikan", unrecognised);
		this.api = api;
		this.anime = new JikanMapper(notes);
		this.episodes = new JikanEpisodeMapper(notes);
		this.cast = new JikanCast(notes);
		JikanMapper quiet = new JikanMapper(Notes.none());
		this.animeForm = AnswerForm.json(JikanAnime.Document.class)
			.paced((document) -> quiet.facts(document.data(), api.now()).pace(api.today()));
		JikanEpisodeMapper quietEpisodes = new JikanEpisodeMapper(Notes.none());
		this.episodesForm = AnswerForm.json(JikanEpisodes.class)
			.paced((page) -> EpisodeFacts.pace(quietEpisodes.episodes(page), api.today()));
	}

	@Override
	public Provider provider() {
		return Provider.MYANIMELIST;
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		String id = link.externalId();
		return this.api.find(JikanRequests.anime(id), this.animeForm)
			.map((answer) -> this.anime.facts(answer.value().data(), answer.fetchedAt()).as(answer));
	}

	@Override
	public List<EpisodeFacts> episodes(SourceLink link) {
		List<EpisodeFacts> all = new ArrayList<>();
		for (int page = 1; page <= MOST_PAGES; page++) {
			Optional<JikanEpisodes> answer = ask(JikanRequests.episodes(link.externalId(), page), this.episodesForm);
			answer.ifPresent((found) -> all.addAll(this.episodes.episodes(found)));
			if (answer.isEmpty() || !answer.get().hasNextPage()) {
				break;
			}
		}
		return all;
	}

	@Override
	public boolean listsEpisodes() {
		return true;
	}

	/** The episode's own page tells its length and text, too, but not its score. */
	@Override
	public Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		return ask(JikanRequests.episode(link.externalId(), number).news(), EPISODE)
			.flatMap((single) -> this.episodes.episode(single.data()));
	}

	@Override
	public List<CharacterFacts> characters(SourceLink link) {
		return ask(about(link, "characters"), CHARACTERS).map(this.cast::characters).orElse(List.of());
	}

	@Override
	public List<StaffFacts> staff(SourceLink link) {
		return ask(about(link, "staff"), STAFF).map(this.cast::staff).orElse(List.of());
	}

	@Override
	public Optional<StatisticsFacts.Distribution> findDistribution(SourceLink link) {
		return ask(about(link, "statistics"), STATISTICS)
			.map((document) -> this.episodes.distribution(document.data()));
	}

	private <T> Optional<T> ask(UpstreamRequest request, AnswerForm<T> form) {
		return this.api.find(request, form).map(Answer::value);
	}

	private static UpstreamRequest about(SourceLink link, String resource) {
		return JikanRequests.about(link.externalId(), resource);
	}

}
