package io.mokuroku.enrichment.fetch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.AnimeSource;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import org.jspecify.annotations.Nullable;

/**
 * A provider that answers from memory.
 */
final class SourceInMemory implements AnimeSource {

	private final Provider provider;

	private final Map<SourceLink, AnimeFacts> anime = new HashMap<>();

	private final List<EpisodeFacts> episodes = new ArrayList<>();

	private boolean down;

	private @Nullable RuntimeException castFailure;

	SourceInMemory(Provider provider) {
		this.provider = provider;
	}

	SourceInMemory knowing(SourceLink link, AnimeFacts facts, EpisodeFacts... listed) {
		this.anime.put(link, facts);
		this.episodes.addAll(List.of(listed));
		return this;
	}

	SourceInMemory down() {
		this.down = true;
		return this;
	}

	/** Fails when it is asked for characters. */
	SourceInMemory withoutCast(RuntimeException failure) {
		this.castFailure = failure;
		return this;
	}

	@Override
	public List<CharacterFacts> characters(SourceLink link) {
		if (this.castFailure != null) {
			throw this.castFailure;
		}
		return List.of();
	}

	@Override
	public Provider provider() {
		return this.provider;
	}

	/** Only AnimeSchedule takes pages of others. */
	@Override
	public Optional<SourceLink> lookup(List<SourceLink> known) {
		return (this.provider == Provider.ANIMESCHEDULE)
				? known.stream().findFirst().map((link) -> new SourceLink(this.provider, link.key()))
				: Optional.empty();
	}

	@Override
	public Optional<AnimeFacts> find(SourceLink link) {
		refuseWhileDown();
		return Optional.ofNullable(this.anime.get(link));
	}

	@Override
	public List<EpisodeFacts> episodes(SourceLink link) {
		refuseWhileDown();
		return this.episodes;
	}

	/** Only AnimeSchedule lists none. */
	@Override
	public boolean listsEpisodes() {
		return this.provider != Provider.ANIMESCHEDULE;
	}

	@Override
	public Optional<EpisodeFacts> findEpisode(SourceLink link, int number) {
		refuseWhileDown();
		return this.episodes.stream()
			.filter((episode) -> episode.number().equals(EpisodeNumber.regular(number)))
			.findFirst();
	}

	private void refuseWhileDown() {
		if (this.down) {
			throw new RetryableFailure(this.provider + " cannot be reached", null);
		}
	}

}
