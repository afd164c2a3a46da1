package io.mokuroku.enrichment.people;

import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.Department;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.StaffMember.Role;
import io.mokuroku.catalogue.correction.CrewCorrections;
import io.mokuroku.enrichment.Works;
import io.mokuroku.upstream.StaffFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.mokuroku.catalogue.Provider.ANILIST;
import static io.mokuroku.catalogue.Provider.MYANIMELIST;
import static io.mokuroku.enrichment.people.Persons.staff;
import static org.assertj.core.api.Assertions.assertThat;

final class StaffMergeTests {

	@ParameterizedTest
	@CsvSource({ "Director,DIRECTOR,DIRECTION", "Series Director,DIRECTOR,DIRECTION", "Direction,DIRECTOR,DIRECTION",
			"Original Creator,ORIGINAL_CREATOR,ORIGINAL_WORK", "Screenplay,SCRIPT,WRITING",
			"Theme Song Performance (OP),THEME_SONG,MUSIC", "Music,MUSIC,MUSIC",
			"Chief Animation Direction,CHIEF_ANIMATION_DIRECTOR,ANIMATION", "Catering,OTHER,OTHER" })
	void namesWorkInOneSetOfWords(String raw, String role, Department department) {
		assertThat(StaffRoles.of(raw)).extracting(Role::role, Role::department).containsExactly(role, department);
	}

	@Test
	@Timeout(5)
	void readsARoleOfBracketsInNoTimeToSpeakOf() {
		String brackets = "(".repeat(100_000);
		assertThat(StaffRoles.of("Editing " + brackets + ")")).extracting(Role::role, Role::note)
			.containsExactly("EDITING", brackets.substring(1));
	}

	@Test
	void cutsEpisodesOffIntoANote() {
		assertThat(StaffRoles.of("Key Animation (eps 1, 4)"))
			.isEqualTo(new Role("KEY_ANIMATION", Department.ANIMATION, "Key Animation", "eps 1, 4"));
	}

	@Test
	void joinsAPersonAndWhatTheyDid() {
		Crew crew = merged(staff(MYANIMELIST, 1, "Kana Ono", null, "Director", "Storyboard (eps 1)"),
				staff(ANILIST, 7, "Ono Kana", "小野加奈", "Series Director", "Catering"));
		StaffMember member = crew.staff().getFirst();
		assertThat(crew.staff()).hasSize(1);
		assertThat(member.personId()).isEqualTo(AnimeId.person(Persons.page(MYANIMELIST, "people", 1)));
		assertThat(member.nameNative()).isEqualTo("小野加奈");
		assertThat(member.roles()).extracting(Role::role).containsExactly("DIRECTOR", "STORYBOARD", "OTHER");
	}

	@Test
	void isSlowerToJoinPeopleThanCharacters() {
		Crew crew = merged(staff(MYANIMELIST, 1, "Kana Mori", null, "Music"),
				staff(ANILIST, 7, "Kana Mura", null, "Music"));
		assertThat(crew.staff()).hasSize(2);
		assertThat(crew.doubts()).isEqualTo(1);
	}

	@Test
	void takesRowsOfOnePersonTogether() {
		Crew crew = merged(staff(ANILIST, 7, "Kana Ono", null, "Music"),
				staff(ANILIST, 7, "Kana Ono", null, "Director"));
		assertThat(crew.staff()).singleElement()
			.satisfies(
					(member) -> assertThat(member.roles()).extracting(Role::role).containsExactly("DIRECTOR", "MUSIC"));
	}

	private static Crew merged(StaffFacts... said) {
		return StaffMerge.merge(Works.aDraft().id(), List.of(said), List.of(), CrewCorrections.NONE);
	}

}
