package io.mokuroku.enrichment.assemble;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.EpisodeChange;
import io.mokuroku.catalogue.correction.PartEdits;
import io.mokuroku.enrichment.people.CharacterMerge;
import io.mokuroku.enrichment.people.StaffMerge;
import io.mokuroku.message.PermanentFailure;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an entry with what a person corrected in them. The same parts and
 * corrections give the same, however often and whatever was written in between.
 *
 * @param parts what to write
 * @param gone episodes that are none any more
 * @param corrections all that people have corrected by now
 */
public record CorrectedParts(Parts parts, Set<EpisodeNumber> gone, Corrections corrections) {

	public CorrectedParts {
		gone = Set.copyOf(gone);
	}

	/**
	 * Corrects parts.
	 * @param entry the entry as it is published
	 * @param known the lists that the catalogue has, of which those count that the parts
	 * leave as they are
	 * @param before what was corrected before
	 * @param execution the execution that brings the corrections
	 * @throws PermanentFailure with code {@code invalid_corrections} if they make no list
	 */
	public static CorrectedParts of(AnimeEntry entry, Parts parts, Corrections.Shown known, Corrections before,
			PartEdits edits, String execution, Instant now) {
		Corrections.Shown shown = parts.over(entry.id(), known.characters(), known.staff());
		try {
			Corrections after = before.and(shown, edits, execution, now);
			List<Episode> episodes = episodes(entry, parts.episodes(), edits, after, now);
			Set<EpisodeNumber> gone = new HashSet<>();
			parts.episodes().forEach((episode) -> gone.add(episode.number()));
			episodes.forEach((episode) -> gone.remove(episode.number()));
			return new CorrectedParts(
					new Parts(episodes, characters(parts, shown, edits, after), staff(parts, shown, edits, after)),
					gone, after);
		}
		catch (IllegalArgumentException ex) {
			throw new PermanentFailure("invalid_corrections", "No list follows from what was corrected", ex);
		}
	}

	private static List<Episode> episodes(AnimeEntry entry, List<Episode> episodes, PartEdits edits, Corrections after,
			Instant now) {
		if (edits.episodeRows().isEmpty() && edits.episodeShifts().isEmpty()) {
			return episodes;
		}
		List<Episode> corrected = after.episodes()
			.onAll(entry.id(), EpisodeChange.of(episodes, edits).move(episodes),
					LocalDate.ofInstant(now, Broadcast.JAPAN));
		return corrected.stream().map((episode) -> EpisodeTimes.derive(episode, entry.airing().broadcast())).toList();
	}

	private static @Nullable List<AnimeCharacter> characters(Parts parts, Corrections.Shown shown, PartEdits edits,
			Corrections after) {
		if (edits.characterRows().isEmpty()) {
			return parts.characters();
		}
		boolean anew = edits.characterRows().stream().anyMatch((row) -> row.split() != null || row.join() != null);
		return (anew && parts.said() != null)
				? CharacterMerge.merge(shown.animeId(), parts.said(), shown.characters(), after.cast()).characters()
				: after.cast().on(shown.characters());
	}

	private static @Nullable List<StaffMember> staff(Parts parts, Corrections.Shown shown, PartEdits edits,
			Corrections after) {
		return edits.staffRows().isEmpty() ? parts.staff()
				: StaffMerge.corrected(shown.animeId(), shown.staff(), after.crew());
	}

}
