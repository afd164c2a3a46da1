package io.mokuroku.episodes.trigger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.episodes.plan.HandledEpisodes;
import io.mokuroku.episodes.plan.Look;
import io.mokuroku.episodes.plan.PlannedEpisode;

/**
 * What plans need to know of episodes that were passed on. What a source lists by now is
 * not looked for again.
 */
final class PassedOnEpisodes implements HandledEpisodes {

	private final AiredEpisodes memory;

	private final BiPredicate<AnimeId, EpisodeNumber> listed;

	PassedOnEpisodes(AiredEpisodes memory, BiPredicate<AnimeId, EpisodeNumber> listed) {
		this.memory = memory;
		this.listed = listed;
	}

	@Override
	public Map<String, Instant> among(Collection<PlannedEpisode> episodes) {
		return this.memory.among(episodes);
	}

	@Override
	public List<Look> unconfirmed() {
		return this.memory.looks().stream().filter(this::isOpen).toList();
	}

	private boolean isOpen(Look look) {
		EpisodeNumber number = EpisodeNumber.regular(look.number());
		if (this.listed.test(look.animeId(), number)) {
			this.memory.close(look.animeId(), number);
			return false;
		}
		return true;
	}

}
