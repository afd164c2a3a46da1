package io.mokuroku.review.desk;

import java.util.List;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.StaffMember;

/**
 * What lies beside an entry: how its last proposal was chosen, and its parts as they are
 * in the catalogue.
 *
 * @param choices what sources said, field by field
 * @param episodes its episodes
 * @param characters its characters, the most important first
 * @param staff who made it
 */
public record Evidence(List<FieldChoice> choices, List<Episode> episodes, List<AnimeCharacter> characters,
		List<StaffMember> staff) {

	/** Nothing known. */
	public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of(), List.of());

	public Evidence {
		choices = List.copyOf(choices);
		episodes = List.copyOf(episodes);
		characters = List.copyOf(characters);
		staff = List.copyOf(staff);
	}

}
