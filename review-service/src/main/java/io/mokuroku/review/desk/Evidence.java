package io.mokuroku.review.desk;

import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.Corrections;
import io.mokuroku.catalogue.correction.ProposedLists.Told;

/**
 * What lies beside an entry: how its last proposal was chosen, and its parts as they are
 * proposed or, where nothing is, as they are in the catalogue.
 *
 * @param choices what sources said, field by field
 * @param episodes its episodes
 * @param characters its characters, the most important first
 * @param staff who made it
 * @param told what each source says of episodes, by its name and by their number here
 * @param corrections what people have corrected in these lists
 * @param proposed whether these lists are proposed; if not, they are those of the
 * catalogue
 */
public record Evidence(List<FieldChoice> choices, List<Episode> episodes, List<AnimeCharacter> characters,
		List<StaffMember> staff, Map<String, Map<String, Told>> told, Corrections corrections, boolean proposed) {

	/** Nothing known. */
	public static final Evidence NONE = new Evidence(List.of(), List.of(), List.of(), List.of());

	/** What is known of a proposal, and the lists of the catalogue. */
	public Evidence(List<FieldChoice> choices, List<Episode> episodes, List<AnimeCharacter> characters,
			List<StaffMember> staff) {
		this(choices, episodes, characters, staff, Map.of(), Corrections.NONE, false);
	}

	public Evidence {
		choices = List.copyOf(choices);
		episodes = List.copyOf(episodes);
		characters = List.copyOf(characters);
		staff = List.copyOf(staff);
		told = Map.copyOf(told);
	}

}
