package io.mokuroku.upstream.jikan;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Fixtures;
import io.mokuroku.upstream.NotesOfTests;
import io.mokuroku.upstream.ProductionFacts.ThemeSong;
import io.mokuroku.upstream.StaffFacts;
import io.mokuroku.upstream.StatisticsFacts.Distribution;
import io.mokuroku.upstream.StatisticsFacts.ListState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

class JikanListsTests {

	private final NotesOfTests heard = new NotesOfTests();

	private final JikanEpisodeMapper episodes = new JikanEpisodeMapper(this.heard.asNotes());

	private final JikanCast cast = new JikanCast(this.heard.asNotes());

	@Test
	void readsTheMisspelledRomajiTitleAndTheScoreOfAList() {
		EpisodeFacts episode = this.episodes.episodes(Fixtures.read("jikan/episodes.json", JikanEpisodes.class))
			.getFirst();
		assertThat(episode.number()).isEqualTo(EpisodeNumber.regular(1));
		assertThat(episode.titles().romaji()).isEqualTo("Saisho no Tegami");
		assertThat(episode.titles().japanese()).isEqualTo("最初の手紙");
		assertThat(episode.score()).isEqualTo(4.41);
		assertThat(episode.filler()).isFalse();
		assertThat(episode.recap()).isFalse();
	}

	@Test
	void readsLengthAndTextOfASingleEpisode() {
		EpisodeFacts episode = this.episodes
			.episode(Fixtures.read("jikan/episode.json", JikanEpisodes.Single.class).data())
			.orElseThrow();
		assertThat(episode.durationSeconds()).isEqualTo(1440);
		assertThat(episode.synopsis()).startsWith("Riku receives a letter");
		assertThat(episode.score()).isNull();
	}

	@Test
	void findsTheSameDayInListAndEpisode() {
		LocalDate inList = this.episodes.episodes(Fixtures.read("jikan/episodes.json", JikanEpisodes.class))
			.getFirst()
			.airDate();
		LocalDate alone = this.episodes.episode(Fixtures.read("jikan/episode.json", JikanEpisodes.Single.class).data())
			.orElseThrow()
			.airDate();
		assertThat(inList).isEqualTo(alone).isEqualTo(LocalDate.of(2026, 10, 4));
	}

	@Test
	void notesEpisodesWithoutANumberAndScoresBeyondTheScale() {
		List<EpisodeFacts> listed = this.episodes.episodes(Fixtures.json(
				"{'data': [{'mal_id': 0, 'title': 'X'}, {'mal_id': 2, 'score': 8.1}, {'mal_id': 3, 'score': 0}]}",
				JikanEpisodes.class));
		assertThat(listed).extracting(EpisodeFacts::score).containsExactly(null, null);
		assertThat(this.heard.notes()).containsExactly("episode number: 0", "episode score: 8.1");
	}

	@Test
	void showsNamesGivenNameFirstAndKeepsThemRaw() {
		CharacterFacts character = this.cast
			.characters(Fixtures.read("jikan/characters.json", JikanPeople.Characters.class))
			.getFirst();
		assertThat(character.page()).isEqualTo(URI.create("https://myanimelist.net/character/970001"));
		assertThat(character.name().display()).isEqualTo("Riku Hayama");
		assertThat(character.name().raw()).isEqualTo("Hayama, Riku");
		assertThat(character.role()).isEqualTo(CharacterRole.MAIN);
		assertThat(character.image()).hasToString("https://cdn.example.org/c1.jpg");
		CharacterFacts.Voice voice = character.voices().getFirst();
		assertThat(voice.language()).isEqualTo("ja");
		assertThat(voice.person().name().display()).isEqualTo("Jun Okada");
		assertThat(voice.person().page()).isEqualTo(URI.create("https://myanimelist.net/people/960001"));
	}

	@Test
	void readsStaffWithAllPositions() {
		StaffFacts staff = this.cast.staff(Fixtures.read("jikan/staff.json", JikanPeople.Staff.class)).getFirst();
		assertThat(staff.person().name().display()).isEqualTo("Aya Mori");
		assertThat(staff.positions()).containsExactly("Director", "Storyboard");
	}

	@Test
	void notesPeopleWithoutIdentityAndUnknownRoles() {
		this.cast.characters(Fixtures.json("""
				{'data': [{'character': {'mal_id': null, 'name': 'X'}, 'role': 'Main'},
				{'character': {'mal_id': 970002, 'name': 'Y'}, 'role': 'Narrating'}]}""",
				JikanPeople.Characters.class));
		assertThat(this.heard.notes()).hasSize(2).last().isEqualTo("role: Narrating");
	}

	@Test
	void readsHowRatingsAndListsSpread() {
		Distribution distribution = this.episodes
			.distribution(Fixtures.read("jikan/statistics.json", JikanStatistics.Document.class).data());
		assertThat(distribution.votes()).containsEntry(1.0, 101L).containsEntry(10.0, 2210L);
		assertThat(distribution.lists()).containsEntry(ListState.WATCHING, 30_120L)
			.containsEntry(ListState.PLANNED, 39_658L);
	}

	@Test
	void takesSongsApart() {
		assertThat(
				ThemeSongs.parse(List.of("1: \"Yoake (夜明け)\" by Mio Tanabe (eps 1-12)", "\"Lantern\" by The Couriers",
						"#2:\u00a0\"Say \"Hi\" (Live)\" by X (ep 7)", "\"Alone\""), this.heard.asNotes()))
			.containsExactly(
					new ThemeSong(1, "Yoake", "夜明け", "Mio Tanabe", "eps 1-12",
							"1: \"Yoake (夜明け)\" by Mio Tanabe (eps 1-12)"),
					new ThemeSong(null, "Lantern", null, "The Couriers", null, "\"Lantern\" by The Couriers"),
					new ThemeSong(2, "Say \"Hi\" (Live)", null, "X", "ep 7",
							"#2:\u00a0\"Say \"Hi\" (Live)\" by X (ep 7)"),
					new ThemeSong(null, "Alone", null, null, null, "\"Alone\""));
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	@Timeout(5)
	void keepsALineThatIsNoSongAsItIs() {
		String line = "\"Yoake" + "(夜".repeat(100_000) + "\"";
		assertThat(ThemeSongs.parse(List.of(line), this.heard.asNotes()))
			.containsExactly(new ThemeSong(null, line, null, null, null, line));
	}

}
