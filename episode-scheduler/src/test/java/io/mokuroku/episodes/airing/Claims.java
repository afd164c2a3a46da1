package io.mokuroku.episodes.airing;

import java.time.Instant;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Delay;
import io.mokuroku.catalogue.SourceLink;
import org.jspecify.annotations.Nullable;

/**
 * Claims to test with, all about one anime.
 */
final class Claims {

	private static final AnimeId ANIME = AnimeId.mintedFrom(SourceLink.ofKey("MYANIMELIST#1"));

	private Claims() {
	}

	static AiringClaim calendar(String source, int number, Instant at) {
		return claim(source, number, number, at, null);
	}

	static AiringClaim slow(int number, Instant at) {
		return new AiringClaim(ANIME, number, number, at, "kitsu", AiringClaim.SLOW, null);
	}

	static AiringClaim claim(String source, int first, int last, Instant at, @Nullable Delay delay) {
		return new AiringClaim(ANIME, first, last, at, source, AiringClaim.CALENDAR, delay);
	}

}
