package io.mokuroku.enrichment.assemble;

import java.util.List;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.upstream.CharacterFacts;
import org.jspecify.annotations.Nullable;

/**
 * The parts to commit with an entry, in the work area.
 *
 * @param episodes the episodes to write
 * @param characters all its characters; absent if they stay as they are
 * @param staff all its staff; absent if it stays as it is
 * @param said what providers say of its characters; absent if they stay
 */
public record Parts(List<Episode> episodes, @Nullable List<AnimeCharacter> characters,
		@Nullable List<StaffMember> staff, @Nullable List<CharacterFacts> said) {

	/** Where they lie in the work area. */
	public static final String REFERENCE = "commit/episodes.json";

	public Parts {
		episodes = List.copyOf(episodes);
		characters = (characters != null) ? List.copyOf(characters) : null;
		staff = (staff != null) ? List.copyOf(staff) : null;
		said = (said != null) ? List.copyOf(said) : null;
	}

	/** Parts whose characters nobody joins anew. */
	public Parts(List<Episode> episodes, @Nullable List<AnimeCharacter> characters, @Nullable List<StaffMember> staff) {
		this(episodes, characters, staff, null);
	}

	/** All lists as they would be, with those of the catalogue where they stay. */
	Corrections.Shown over(AnimeId animeId, List<AnimeCharacter> charactersBefore, List<StaffMember> staffBefore) {
		return new Corrections.Shown(animeId, this.episodes,
				(this.characters != null) ? this.characters : charactersBefore,
				(this.staff != null) ? this.staff : staffBefore);
	}

	/** Episodes alone. */
	static Parts ofEpisodes(List<Episode> episodes) {
		return new Parts(episodes, null, null);
	}

}
