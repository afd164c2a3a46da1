package io.mokuroku.episodes;

import java.time.Instant;

import io.mokuroku.catalogue.Airing;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.NextEpisode;
import io.mokuroku.catalogue.Season;

/**
 * Entries that air.
 */
public final class Airings {

	private Airings() {
	}

	/** An active entry of 12 episodes of 24 minutes whose episode airs next. */
	public static AnimeEntry anAiringAnime(String link, int number, Instant at) {
		return Entries.aDraft("Hoshi no Tegami", link).with((change) -> {
			change.lifecycle = Lifecycle.ACTIVE;
			change.airing = Airing.of(AiringStatus.ONGOING, Season.FALL, 2026)
				.withNext(new NextEpisode(number, at, 0.85));
		});
	}

	/** The same with another status. */
	public static AnimeEntry withStatus(AnimeEntry entry, AiringStatus status) {
		return entry
			.with((change) -> change.airing = Airing.of(status, Season.FALL, 2026).withNext(entry.airing().next()));
	}

}
