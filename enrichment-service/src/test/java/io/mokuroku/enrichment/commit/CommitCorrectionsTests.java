package io.mokuroku.enrichment.commit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import io.mokuroku.catalogue.AnimeCharacter;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.Episode;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.StaffMember;
import io.mokuroku.catalogue.correction.PartEdits;
import io.mokuroku.catalogue.correction.PartEdits.CharacterRow;
import io.mokuroku.catalogue.correction.PartEdits.EpisodeRow;
import io.mokuroku.catalogue.correction.PartEdits.EpisodeShift;
import io.mokuroku.catalogue.correction.PartEdits.StaffRow;
import io.mokuroku.enrichment.people.Persons;
import io.mokuroku.message.PermanentFailure;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a person corrects in lists, until a refresh finds the same old things again.
 */
final class CommitCorrectionsTests {

	private final ReviewedEntry entry;

	CommitCorrectionsTests(@TempDir Path folder) {
		this.entry = new ReviewedEntry(folder);
	}

	@Test
	void correctsEpisodes() {
		this.entry.putEpisodes(this.entry.refreshed());
		this.entry.correct(episodes());
		assertThat(this.entry.episodes())
			.extracting((each) -> each.number().toString(), Episode::title, Episode::airDate)
			.containsExactly(tuple("regular:1", "The First Letter", "2026-10-04"),
					tuple("regular:3", "Lantern", "2026-10-25"), tuple("regular:4", "Harbour", "2026-11-01"),
					tuple("special:1", "Aside", null));
		assertThat(this.entry.episodes()).extracting(Episode::state)
			.as("what has a title and a past date is complete")
			.containsOnly(Episode.State.COMPLETE);
	}

	@Test
	void isNotUndoneByTheNextRefresh() {
		this.entry.correct(episodes());
		assertThat(this.entry.refreshed()).isEqualTo(this.entry.episodes());
		this.entry.correct(cast());
		assertThat(this.entry.refreshedCast().characters()).isEqualTo(this.entry.characters());
		this.entry.correct(crew());
		assertThat(this.entry.refreshedCrew()).isEqualTo(this.entry.staff());
	}

	@Test
	void correctsTheCorrected() {
		this.entry.correct(episodes());
		this.entry.correct(edits(List.of(new EpisodeShift("3", "4", -1, null)),
				List.of(new EpisodeRow("special:1", null, null, null, null, true))));
		assertThat(this.entry.episodes())
			.extracting((each) -> each.number().toString(), Episode::title, Episode::airDate)
			.containsExactly(tuple("regular:1", "The First Letter", "2026-10-04"),
					tuple("regular:2", "Lantern", "2026-10-25"), tuple("regular:3", "Harbour", "2026-11-01"));
		assertThat(this.entry.refreshed()).isEqualTo(this.entry.episodes());
	}

	@Test
	void putsEpisodesInThePlaceOfThoseThatAreRemoved() {
		this.entry.correct(edits(List.of(new EpisodeShift("4", "5", -3, 7)), List
			.of(new EpisodeRow("1", null, null, null, null, true), new EpisodeRow("2", null, null, null, null, true))));
		assertThat(this.entry.episodes())
			.extracting((each) -> each.number().toString(), Episode::title, Episode::airDate)
			.containsExactly(tuple("regular:1", "Lantern", "2026-10-25"), tuple("regular:2", "Harbour", "2026-11-01"));
		assertThat(this.entry.refreshed()).isEqualTo(this.entry.episodes());
		this.entry.correct(edits(List.of(), List.of(new EpisodeRow("1", null, "The Lantern", null, null, null))));
		assertThat(this.entry.refreshed()).extracting(Episode::title).containsExactly("The Lantern", "Harbour");
	}

	@Test
	void splitsJoinsAndNamesCharacters() {
		this.entry.correct(cast());
		assertThat(this.entry.characters())
			.extracting(AnimeCharacter::name, AnimeCharacter::role, AnimeCharacter::links)
			.containsExactlyInAnyOrder(
					Tuple.tuple("Riku", CharacterRole.SUPPORTING, List.of(ReviewedEntry.RIKU.page())),
					Tuple.tuple("Hayama Riku", CharacterRole.SUPPORTING, List.of(ReviewedEntry.TWIN.page())),
					Tuple.tuple("Keeper of the Light", CharacterRole.SUPPORTING,
							List.of(ReviewedEntry.SAKAI.page(), ReviewedEntry.GORO.page())));
	}

	@Test
	void namesTheCharacterThatAPageIsSplitFromAlsoWhereTheBetterPageGoes() {
		this.entry.correct(
				people(new CharacterRow(this.entry.joined(), "Riku", null, ReviewedEntry.RIKU.page(), null, null)));
		List<AnimeCharacter> cast = this.entry.characters();
		assertThat(cast).extracting(AnimeCharacter::name, AnimeCharacter::links)
			.contains(Tuple.tuple("Riku", List.of(ReviewedEntry.TWIN.page())),
					Tuple.tuple("Riku Hayama", List.of(ReviewedEntry.RIKU.page())));
		assertThat(this.entry.refreshedCast().characters()).isEqualTo(cast);
	}

	@Test
	void keepsTheNameOfACharacterThatIsJoinedWithABetterPage() {
		this.entry.correct(people(new CharacterRow(AnimeId.character(ReviewedEntry.GORO.page()).toString(), "Goro",
				CharacterRole.MAIN, null, AnimeId.character(ReviewedEntry.SAKAI.page()).toString(), null)));
		assertThat(this.entry.characters())
			.extracting(AnimeCharacter::name, AnimeCharacter::role, AnimeCharacter::links)
			.contains(Tuple.tuple("Goro", CharacterRole.MAIN,
					List.of(ReviewedEntry.SAKAI.page(), ReviewedEntry.GORO.page())));
	}

	@Test
	void correctsWhoMadeIt() {
		this.entry.correct(crew());
		assertThat(this.entry.staff()).extracting(StaffMember::name, (each) -> each.roles().getFirst().role())
			.containsExactlyInAnyOrder(Tuple.tuple("Mio Tani", "DIRECTOR"), Tuple.tuple("Ume Kato", "MUSIC"));
	}

	@Test
	void changesNothingWhenTheEntryHasToBeWrittenAgain() {
		PartEdits all = new PartEdits(episodes().episodeShifts(), episodes().episodeRows(), cast().characterRows(),
				crew().staffRows());
		this.entry.commit("execution-1", all);
		List<Object> once = List.of(this.entry.episodes(), this.entry.characters(), this.entry.staff(),
				this.entry.corrections());
		this.entry.loseTheEntry();
		this.entry.commit("execution-1", all);
		assertThat(
				List.of(this.entry.episodes(), this.entry.characters(), this.entry.staff(), this.entry.corrections()))
			.isEqualTo(once);
	}

	@Test
	void refusesWhatMakesNoList() {
		assertThatExceptionOfType(PermanentFailure.class)
			.isThrownBy(() -> this.entry.correct(edits(List.of(new EpisodeShift("1", "5", -2, null)), List.of())))
			.returns("invalid_corrections", PermanentFailure::code);
		assertThat(this.entry.episodes()).isEmpty();
	}

	private static PartEdits episodes() {
		return edits(List.of(new EpisodeShift("4", "5", -1, 7)),
				List.of(new EpisodeRow("1", null, "The First Letter", null, null, null),
						new EpisodeRow("regular:2", null, null, null, null, true),
						new EpisodeRow("special:1", null, "Aside", null, null, null)));
	}

	private PartEdits cast() {
		return new PartEdits(List.of(), List.of(),
				List.of(new CharacterRow(this.entry.joined(), "Riku", CharacterRole.SUPPORTING,
						ReviewedEntry.TWIN.page(), null, null),
						new CharacterRow(AnimeId.character(ReviewedEntry.SAKAI.page()).toString(), null, null, null,
								AnimeId.character(ReviewedEntry.GORO.page()).toString(), null)),
				List.of());
	}

	private static PartEdits people(CharacterRow row) {
		return new PartEdits(List.of(), List.of(), List.of(row), List.of());
	}

	private static PartEdits crew() {
		return new PartEdits(List.of(), List.of(), List.of(),
				List.of(new StaffRow(person(1), null, List.of("Director"), null),
						new StaffRow(person(2), null, null, true),
						new StaffRow(null, "Ume Kato", List.of("Music"), null)));
	}

	private static String person(int number) {
		return AnimeId.person(Persons.page(Provider.MYANIMELIST, "people", number)).toString();
	}

	private static PartEdits edits(List<EpisodeShift> shifts, List<EpisodeRow> rows) {
		return new PartEdits(shifts, rows, List.of(), List.of());
	}

	private static Tuple tuple(String number, String title, @Nullable String date) {
		return Tuple.tuple(number, title, (date != null) ? LocalDate.parse(date) : null);
	}

}
