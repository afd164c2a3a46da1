package io.mokuroku.upstream.kitsu;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.UpstreamApi;

/**
 * Kitsu. Without a login it does not show entries for adults.
 */
public final class KitsuSource implements AnimeSource {

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
		return anime(link).map((anime) -> KitsuMapper.facts(anime, this.api.now()));
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
		return link.unresolved() ? anime(link).map(KitsuAnime::id) : Optional.of(link.externalId());
	}

	private Optional<KitsuAnime> anime(SourceLink link) {
		String filter = link.unresolved() ? "slug" : "id";
		String value = URLEncoder.encode(link.externalId(), StandardCharsets.UTF_8);
		return this.api.get("/anime?filter%5B" + filter + "%5D=" + value, KitsuAnime.Document.class)
			.flatMap((document) -> Objects.requireNonNullElse(document.data(), List.<KitsuAnime>of())
				.stream()
				.findFirst());
	}

	private Optional<KitsuEpisodes> page(String id, int offset) {
		return this.api.get("/episodes?filter%5BmediaType%5D=Anime&filter%5BmediaId%5D=" + id
				+ "&sort=number&page%5Blimit%5D=" + PER_PAGE + "&page%5Boffset%5D=" + offset, KitsuEpisodes.class);
	}

}
