package io.mokuroku.enrichment.assemble;

import java.util.List;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * The parts to commit with an entry, in the work area.
 *
 * @param episodes the episodes to write
 * @param characters all its characters; absent if they stay as they are
 * @param staff all its staff; absent if it stays as it is
 */
public record Parts(List<Episode> episodes, @Nullable List<AnimeCharacter> characters,
		@Nullable List<StaffMember> staff) {

	/** Where they lie in the work area. */
	public static final String REFERENCE = "commit/episodes.json";

	public Parts {
		episodes = List.copyOf(episodes);
		characters = (characters != null) ? List.copyOf(characters) : null;
		staff = (staff != null) ? List.copyOf(staff) : null;
	}

	/** Episodes alone. */
	static Parts ofEpisodes(List<Episode> episodes) {
		return new Parts(episodes, null, null);
	}

}
