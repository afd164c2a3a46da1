package io.mokuroku.catalogue.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Department;
import io.mokuroku.catalogue.Entries;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.FieldChoice;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.testing.LocalEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntryPartsTests {

	private final LocalEngines engines = LocalEngines.start();

	private final EntryParts parts = Stores.parts(this.engines.dynamo());

	private final AnimeEntry deathNote = Entries.aDraft("Death Note", "MYANIMELIST#1535");

	@BeforeEach
	void emptyStore() {
		this.engines.reset();
	}

	@Test
	void keepsPartsBesideTheEntry() {
		List<Episode> episodes = IntStream.rangeClosed(1, 30)
			.mapToObj((number) -> new Episode(this.deathNote.id(), EpisodeNumber.regular(number), "Rebirth", null, null,
					null, 1380, null, Episode.State.COMPLETE))
			.toList();
		this.parts.putEpisodes(episodes);
		assertThat(this.parts.episodes(this.deathNote.id())).isEqualTo(episodes);
		this.parts.putProposal(this.deathNote);
		assertThat(this.parts.findProposal(this.deathNote.id())).contains(this.deathNote);
		this.parts.removeProposal(this.deathNote.id());
		assertThat(this.parts.findProposal(this.deathNote.id())).isEmpty();
	}

	@Test
	void tellsEpisodesThatSourcesDoNotListFromThoseTheyListUnderNoTitleOrWereNotAskedFor() {
		Episode nobody = new Episode(this.deathNote.id(), EpisodeNumber.regular(1), null, null, null,
				LocalDate.of(2026, 11, 22), null, null, Episode.State.AIRED_UNCONFIRMED);
		Episode untitled = nobody.with(EpisodeNumber.regular(2))
			.with(new Episode.Details(null, null, null, null, null, null, List.of(), Map.of(), List.of(), true, null));
		Episode unlisted = nobody.with(EpisodeNumber.regular(3)).with(nobody.details().asUnlisted());
		this.parts.putEpisodes(List.of(nobody, untitled, unlisted));
		assertThat(this.parts.episodes(this.deathNote.id())).containsExactly(nobody, untitled, unlisted);
		assertThat(this.parts.isUnlisted(this.deathNote.id(), nobody.number())).isFalse();
		assertThat(this.parts.isUnlisted(this.deathNote.id(), untitled.number())).isFalse();
		assertThat(this.parts.isUnlisted(this.deathNote.id(), unlisted.number())).isTrue();
		assertThat(this.parts.isUnlisted(this.deathNote.id(), EpisodeNumber.regular(4))).isFalse();
		assertThat(this.parts.listsEpisode(this.deathNote.id(), untitled.number())).isFalse();
	}

	@Test
	void keepsALongCastAndForgetsWhoIsGone() {
		List<AnimeCharacter> cast = IntStream.rangeClosed(1, 130).mapToObj((number) -> character(number, "B")).toList();
		this.parts.replaceCharacters(this.deathNote.id(), cast);
		assertThat(this.parts.characters(this.deathNote.id())).containsExactlyInAnyOrderElementsOf(cast);
		List<AnimeCharacter> next = List.of(character(130, "B"), character(7, "A"), character(131, "C"));
		this.parts.replaceCharacters(this.deathNote.id(), next);
		assertThat(this.parts.characters(this.deathNote.id())).extracting(AnimeCharacter::name)
			.containsExactly("A 7", "B 130", "C 131");
		assertThat(this.parts.characters(Entries.aDraft("Monster", "MYANIMELIST#19").id())).isEmpty();
	}

	@Test
	void keepsStaffByDepartment() {
		StaffMember composer = staff("Composer", Department.MUSIC);
		StaffMember director = staff("Director", Department.DIRECTION);
		this.parts.replaceStaff(this.deathNote.id(), List.of(composer, director));
		assertThat(this.parts.staff(this.deathNote.id())).containsExactly(director, composer);
		assertThat(this.parts.characters(this.deathNote.id())).isEmpty();
	}

	@Test
	void keepsHowAProposalWasChosen() {
		assertThat(this.parts.choices(this.deathNote.id())).isEmpty();
		FieldChoice choice = new FieldChoice("type", new Provenance("kitsu", Entries.CREATED, "MAJORITY", 0.9), true,
				List.of(new FieldChoice.Said("kitsu", Entries.CREATED, "ONA")));
		this.parts.putChoices(this.deathNote.id(), List.of(choice));
		assertThat(this.parts.choices(this.deathNote.id())).containsExactly(choice);
	}

	private AnimeCharacter character(int number, String name) {
		return new AnimeCharacter(this.deathNote.id(), this.deathNote.id().character("c" + number), name + " " + number,
				null, List.of(), CharacterRole.MAIN, AnimeCharacter.Profile.NONE, List.of(), Map.of(), List.of(),
				List.of());
	}

	private StaffMember staff(String name, Department department) {
		return new StaffMember(this.deathNote.id(), this.deathNote.id().person(name), name, null,
				List.of(new StaffMember.Role("X", department, name, null)), StaffMember.Person.NONE, List.of());
	}

}
