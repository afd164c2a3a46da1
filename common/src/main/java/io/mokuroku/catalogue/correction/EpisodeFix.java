package io.mokuroku.catalogue.correction;

import java.time.LocalDate;

import io.mokuroku.catalogue.Episode;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote about an episode; what is absent is left to sources.
 *
 * @param title its title
 * @param japaneseTitle its title in the original script
 * @param aired the Japanese date of its first broadcast
 */
public record EpisodeFix(@Nullable String title, @Nullable String japaneseTitle, @Nullable LocalDate aired) {

	static final EpisodeFix NONE = new EpisodeFix(null, null, null);

	static EpisodeFix of(PartEdits.EpisodeRow row) {
		return new EpisodeFix(row.title(), row.japaneseTitle(), row.aired());
	}

	EpisodeFix and(EpisodeFix later) {
		return new EpisodeFix((later.title != null) ? later.title : this.title,
				(later.japaneseTitle != null) ? later.japaneseTitle : this.japaneseTitle,
				(later.aired != null) ? later.aired : this.aired);
	}

	/**
	 * The episode as a person wrote it. On another day it was shown at another time.
	 * @param today the date in Japan
	 */
	Episode on(Episode episode, LocalDate today) {
		String shown = (this.title != null) ? this.title : episode.title();
		LocalDate date = (this.aired != null) ? this.aired : episode.airDate();
		boolean moved = this.aired != null && !this.aired.equals(episode.airDate());
		return new Episode(episode.animeId(), episode.number(), shown,
				(this.japaneseTitle != null) ? this.japaneseTitle : episode.titleJapanese(), episode.titleRomaji(),
				date, episode.durationSeconds(), episode.synopsis(), Episode.State.of(shown, date, today),
				moved ? episode.details().withDerivedAiredAt(null) : episode.details());
	}

}
