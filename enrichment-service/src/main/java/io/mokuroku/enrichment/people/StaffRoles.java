package io.mokuroku.enrichment.people;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.mokuroku.catalogue.Department;
import io.mokuroku.catalogue.StaffMember.Role;

/**
 * What people did, in one set of words. Providers write the same work in many ways
 * ("Direction", "Series Director"), with the episodes in brackets behind it.
 */
final class StaffRoles {

	private static final Map<String, Known> KNOWN = new HashMap<>();

	static {
		known(Department.DIRECTION, "DIRECTOR", "director", "direction", "series director");
		known(Department.DIRECTION, "CHIEF_DIRECTOR", "chief director");
		known(Department.DIRECTION, "ASSISTANT_DIRECTOR", "assistant director", "series assistant director",
				"assistant series director");
		known(Department.DIRECTION, "EPISODE_DIRECTOR", "episode director", "episode direction");
		known(Department.DIRECTION, "STORYBOARD", "storyboard", "storyboards");
		known(Department.WRITING, "SERIES_COMPOSITION", "series composition", "series organization");
		known(Department.WRITING, "SCRIPT", "script", "screenplay", "scenario");
		known(Department.ORIGINAL_WORK, "ORIGINAL_CREATOR", "original creator", "original work", "original story",
				"original concept");
		known(Department.ORIGINAL_WORK, "ORIGINAL_CHARACTER_DESIGN", "original character design");
		known(Department.DESIGN, "CHARACTER_DESIGN", "character design", "character designer");
		known(Department.DESIGN, "MECHANICAL_DESIGN", "mechanical design", "mecha design");
		known(Department.DESIGN, "COLOR_DESIGN", "color design", "colour design", "color setting");
		known(Department.ANIMATION, "CHIEF_ANIMATION_DIRECTOR", "chief animation director",
				"chief animation direction");
		known(Department.ANIMATION, "ANIMATION_DIRECTOR", "animation director", "animation direction");
		known(Department.ANIMATION, "KEY_ANIMATION", "key animation");
		known(Department.ANIMATION, "IN_BETWEEN_ANIMATION", "in-between animation", "inbetween animation");
		known(Department.ART, "ART_DIRECTOR", "art director", "art direction");
		known(Department.ART, "BACKGROUND_ART", "background art", "background");
		known(Department.ART, "DIRECTOR_OF_PHOTOGRAPHY", "director of photography", "photography");
		known(Department.MUSIC, "MUSIC", "music", "music composition", "composer");
		known(Department.MUSIC, "THEME_SONG", "theme song performance", "theme song composition",
				"theme song arrangement", "theme song lyrics", "inserted song performance");
		known(Department.SOUND, "SOUND_DIRECTOR", "sound director", "sound direction");
		known(Department.SOUND, "SOUND_EFFECTS", "sound effects");
		known(Department.PRODUCTION, "PRODUCER", "producer", "animation producer");
		known(Department.PRODUCTION, "EXECUTIVE_PRODUCER", "executive producer");
		known(Department.PRODUCTION, "EDITING", "editing", "editor");
	}

	private StaffRoles() {
	}

	private static void known(Department department, String role, String... spellings) {
		for (String spelling : spellings) {
			KNOWN.put(spelling, new Known(role, department));
		}
	}

	/** What somebody did, as a provider writes it. */
	static Role of(String raw) {
		String words = raw.strip();
		String note = null;
		int opening = opening(words);
		if (opening >= 0 && (words.endsWith(")") || words.endsWith("]"))) {
			note = words.substring(opening + 1, words.length() - 1);
			words = words.substring(0, opening).stripTrailing();
		}
		Known known = KNOWN.getOrDefault(words.toLowerCase(Locale.ROOT), new Known("OTHER", Department.OTHER));
		return new Role(known.role(), known.department(), words, note);
	}

	/** Where the first bracket opens; negative if none does. */
	private static int opening(String words) {
		int round = words.indexOf('(');
		int square = words.indexOf('[');
		return (round < 0 || square < 0) ? Math.max(round, square) : Math.min(round, square);
	}

	private record Known(String role, Department department) {
	}

}
