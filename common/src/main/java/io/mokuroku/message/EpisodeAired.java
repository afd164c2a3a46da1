package io.mokuroku.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.EpisodeNumber;

/**
 * Says that an episode's time has come.
 *
 * @param animeId the entry
 * @param episode which episode
 * @param airedAt when its broadcast began
 * @param together other episodes that share this message; each is handled on its own
 */
public record EpisodeAired(AnimeId animeId, EpisodeNumber episode, Instant airedAt,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<EpisodeAired> together) implements QueueMessage {

	@SuppressWarnings("NullAway") // an episode on its own has no such member
	public EpisodeAired {
		Objects.requireNonNull(animeId, "animeId");
		Objects.requireNonNull(episode, "episode");
		Objects.requireNonNull(airedAt, "airedAt");
		together = (together != null) ? List.copyOf(together) : List.of();
	}

	/** An episode on its own. */
	public EpisodeAired(AnimeId animeId, EpisodeNumber episode, Instant airedAt) {
		this(animeId, episode, airedAt, List.of());
	}

	/**
	 * One message for episodes.
	 * @param episodes at least one, each on its own
	 */
	public static EpisodeAired together(List<EpisodeAired> episodes) {
		EpisodeAired first = episodes.getFirst();
		return new EpisodeAired(first.animeId, first.episode, first.airedAt, episodes.subList(1, episodes.size()));
	}

	/** The episodes of this message, each on its own. */
	public List<EpisodeAired> apart() {
		return this.together.isEmpty() ? List.of(this)
				: Stream
					.concat(Stream.of(new EpisodeAired(this.animeId, this.episode, this.airedAt)),
							this.together.stream().flatMap((other) -> other.apart().stream()))
					.toList();
	}

}
