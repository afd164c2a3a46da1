package io.mokuroku.upstream.anidb;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.EpisodeNumber;
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

/**
 * AniDB. It answers once for everything it knows of an anime, about a hundred times a
 * day, and bans whoever asks for more.
 */
public final class AniDbSource implements AnimeSource {

	private final UpstreamApi api;

	private final AnswerForm<AniDbElement> animeForm;

	private final String client;

	private final int clientVersion;

	private final AniDbMapper anime;

	private final AniDbEpisodes episodes;

	private final AniDbCast cast;

	/**
	 * A source behind an API.
	 * @param client the name our client is registered under
	 * @param clientVersion the version it is registered with
	 * @param unrecognised whom it tells what it did not understand
	 */
	public AniDbSource(UpstreamApi api, String client, int clientVersion, Unrecognised unrecognised) {
		Notes notes = new Notes("anidb", unrecognised);
		this.api = api;
		this.client = client;
		this.clientVersion = clientVersion;
		this.anime = new AniDbMapper(notes);
		this.episodes = new AniDbEpisodes(notes);
		this.cast = new AniDbCast(notes);
		AniDbMapper quiet = new AniDbMapper(Notes.none());
		this.animeForm = AnswerForm.of("AniDB's XML", "application/xml, text/xml", AniDbSource::read)
			.paced((document) -> quiet.facts(document, api.now()).pace(api.today()));
	}

	@Override
	public Provider provider() {
		return Provider.ANIDB;
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		return document(link).map((answer) -> this.anime.facts(answer.value(), answer.fetchedAt()).as(answer));
	}

	@Override
	public List<EpisodeFacts> episodes(SourceLink link) {
		return document(link).map((answer) -> this.episodes.episodes(answer.value())).orElse(List.of());
	}

	@Override
	public boolean listsEpisodes() {
		return true;
	}

	@Override
	public Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		return episodes(link).stream()
			.filter((episode) -> episode.number().equals(EpisodeNumber.regular(number)))
			.findFirst();
	}

	@Override
	public List<CharacterFacts> characters(SourceLink link) {
		return document(link).map((answer) -> this.cast.characters(answer.value())).orElse(List.of());
	}

	@Override
	public List<StaffFacts> staff(SourceLink link) {
		return document(link).map((answer) -> this.cast.staff(answer.value())).orElse(List.of());
	}

	private static AniDbElement read(byte[] xml) throws IOException {
		AniDbElement anime = AniDbElement.read(xml);
		if (!anime.hasId()) {
			throw new IOException("XML about no anime");
		}
		return anime;
	}

	private Optional<Answer<AniDbElement>> document(SourceLink link) {
		return this.api.find(UpstreamRequest.get("anime", link.externalId(), "/httpapi")
			.query("request", "anime")
			.query("client", this.client)
			.query("clientver", this.clientVersion)
			.query("protover", 1)
			.query("aid", link.externalId()), this.animeForm);
	}

}
