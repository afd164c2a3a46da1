package io.mokuroku.enrichment.assemble;

import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.Stage;
import io.mokuroku.enrichment.people.Cast;
import io.mokuroku.enrichment.people.Crew;
import io.mokuroku.enrichment.stage.InverseRelations.Contradiction;
import org.jspecify.annotations.Nullable;

/**
 * What is to be judged.
 *
 * @param assembled the entry as it would be
 * @param before the entry as it is
 * @param said what each provider says of its identity
 * @param contradictions anime that say the same of it that is said of them
 * @param missing stages that brought nothing
 * @param episodes its episodes as they would be
 * @param cast its characters as they would be; absent if they stay
 * @param charactersBefore its characters as they are
 * @param crew its staff as it would be; absent if it stays
 * @param staffBefore its staff as it is
 */
record Proposal(Assembled assembled, AnimeEntry before, List<Testimony> said, List<Contradiction> contradictions,
		Set<Stage> missing, List<Episode> episodes, @Nullable Cast cast, List<AnimeCharacter> charactersBefore,
		@Nullable Crew crew, List<StaffMember> staffBefore) {

	Proposal {
		said = List.copyOf(said);
		contradictions = List.copyOf(contradictions);
		missing = Set.copyOf(missing);
		episodes = List.copyOf(episodes);
		charactersBefore = List.copyOf(charactersBefore);
		staffBefore = List.copyOf(staffBefore);
	}

	AnimeEntry entry() {
		return this.assembled.entry();
	}

}
