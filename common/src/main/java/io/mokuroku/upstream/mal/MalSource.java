package io.mokuroku.upstream.mal;

import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.AnswerForm;
import io.mokuroku.upstream.Notes;
import io.mokuroku.upstream.Unrecognised;
import io.mokuroku.upstream.UpstreamApi;

/**
 * MyAnimeList, asked through its own API. It knows no episodes, characters or staff.
 */
public final class MalSource implements AnimeSource {

	private final UpstreamApi api;

	private final AnswerForm<MalAnime> animeForm;

	private final MalMapper anime;

	/** A source behind an API, and whom it tells what it did not understand. */
	public MalSource(UpstreamApi api, Unrecognised unrecognised) {
		this.api = api;
		this.anime = new MalMapper(new Notes("mal", unrecognised));
		MalMapper quiet = new MalMapper(Notes.none());
		this.animeForm = AnswerForm.json(MalAnime.class)
			.paced((document) -> quiet.facts(document, api.now()).pace(api.today()));
	}

	@Override
	public Provider provider() {
		return Provider.MYANIMELIST;
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		return this.api.find(MalRequests.anime(link.externalId()), this.animeForm)
			.map((answer) -> this.anime.facts(answer.value(), answer.fetchedAt()).as(answer));
	}

}
