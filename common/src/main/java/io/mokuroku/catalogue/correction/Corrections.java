package io.mokuroku.catalogue.correction;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * All that people have corrected in the lists of an entry. It is applied again to
 * whatever sources list, which is what keeps machines from undoing it.
 *
 * @param episodes what was corrected in its episodes
 * @param cast what was corrected in its characters
 * @param crew what was corrected in its staff
 * @param last the execution that brought the last of them
 * @param at when that was; absent if nothing was corrected
 */
public record Corrections(EpisodeCorrections episodes, CastCorrections cast, CrewCorrections crew,
		@Nullable String last, @Nullable Instant at) {

	/** Nothing was corrected. */
	public static final Corrections NONE = new Corrections(EpisodeCorrections.NONE, CastCorrections.NONE,
			CrewCorrections.NONE, null, null);

	/**
	 * The same and what a decision corrects; the same execution adds to them once only.
	 * @param shown the lists the reviewer saw
	 * @throws IllegalArgumentException if an episode would have a number that is none
	 */
	public Corrections and(Shown shown, PartEdits edits, String execution, Instant now) {
		if (edits.isNone() || execution.equals(this.last)) {
			return this;
		}
		return new Corrections(this.episodes.and(EpisodeChange.of(shown.episodes(), edits)),
				this.cast.and(shown.characters(), edits.characterRows()),
				this.crew.and(shown.animeId(), shown.staff(), edits.staffRows()), execution, now);
	}

	/** Whether nothing was corrected. */
	@JsonIgnore
	public boolean isNone() {
		return this.at == null;
	}

	/**
	 * The lists a reviewer saw.
	 *
	 * @param animeId the anime
	 * @param episodes its episodes
	 * @param characters its characters
	 * @param staff who made it
	 */
	public record Shown(AnimeId animeId, List<Episode> episodes, List<AnimeCharacter> characters,
			List<StaffMember> staff) {

		public Shown {
			episodes = List.copyOf(episodes);
			characters = List.copyOf(characters);
			staff = List.copyOf(staff);
		}

	}

}
