package io.mokuroku.upstream.anilist;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Fixtures;
import io.mokuroku.upstream.NotesOfTests;
import io.mokuroku.upstream.StaffFacts;
import io.mokuroku.upstream.StatisticsFacts.ContextualRank;
import io.mokuroku.upstream.StatisticsFacts.ListState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AniListMapperTests {

	private final NotesOfTests heard = new NotesOfTests();

	private final AniListCast cast = new AniListCast(this.heard.asNotes());

	@Test
	void readsAnAnswer() {
		AnimeFacts facts = facts(fixture());
		assertThat(facts.link()).isEqualTo(SourceLink.ofKey("ANILIST#990011"));
		assertThat(facts.sameAs()).containsExactly(SourceLink.ofKey("MYANIMELIST#990041"));
		assertThat(facts.release().durationSeconds()).isEqualTo(1440);
		assertThat(facts.release().country()).isEqualTo("JP");
		assertThat(facts.airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(facts.airing().from()).isEqualTo(PartialDate.of(LocalDate.of(2026, 10, 4)));
		assertThat(facts.airing().next()).isEqualTo(new AiringFacts.Next(Instant.ofEpochSecond(1_795_278_600L), 8));
		assertThat(facts.production().studios()).extracting((studio) -> studio.name()).containsExactly("Studio Kasumi");
		assertThat(facts.media().streaming()).extracting((stream) -> stream.platform()).containsExactly("Crunchyroll");
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void keepsAYearWithoutMonthAYear() {
		assertThat(facts(fixture()).airing().to())
			.isEqualTo(new PartialDate(LocalDate.of(2026, 1, 1), PartialDate.Precision.YEAR));
	}

	@Test
	void takesPopularityForPeopleNotForARank() {
		AnimeFacts facts = facts(fixture());
		assertThat(facts.statistics().members()).isEqualTo(40_211);
		assertThat(facts.statistics().popularityRank()).isNull();
		assertThat(facts.statistics().score()).isEqualTo(7.6);
		assertThat(facts.statistics().scoredBy()).isEqualTo(3100);
		assertThat(facts.statistics().contextualRanks())
			.containsExactly(new ContextualRank(42, "most popular", "TV", 2026, "FALL"));
		assertThat(facts.statistics().distribution().lists()).containsEntry(ListState.WATCHING, 20_110L);
	}

	@Test
	void takesRanksOfAllTimeForRanks() {
		AnimeFacts facts = facts(media("""
				'meanScore': 70, 'rankings': [{'rank': 5, 'type': 'RATED', 'allTime': true, 'context': 'x'},
				{'rank': 6, 'type': 'POPULAR', 'allTime': true, 'context': 'y'}]"""));
		assertThat(facts.statistics().rank()).isEqualTo(5);
		assertThat(facts.statistics().popularityRank()).isEqualTo(6);
		assertThat(facts.statistics().score()).isEqualTo(7);
	}

	@ParameterizedTest
	@CsvSource({ "TV_SHORT, TV_SHORT", "ONA, ONA", "MUSIC, MUSIC", "SPECIAL, SPECIAL" })
	void knowsItsFormats(String format, AnimeType type) {
		assertThat(facts(media("'format': '" + format + "'")).release().type()).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "CANCELLED, CANCELLED", "HIATUS, HIATUS", "NOT_YET_RELEASED, UPCOMING" })
	void knowsItsStatuses(String status, AiringStatus known) {
		assertThat(facts(media("'status': '" + status + "'")).airing().status()).isEqualTo(known);
	}

	@Test
	void marksSpoilersAndTellsWarnings() {
		AnimeFacts facts = facts(media("""
				'isAdult': true, 'tags': [{'name': 'Ghosts', 'category': 'Theme', 'rank': 92, 'isMediaSpoiler': true},
				{'name': 'Nudity', 'category': 'Sexual Content', 'rank': 30, 'isAdult': false}]"""));
		assertThat(facts.subjects().tags().getFirst().spoiler()).isTrue();
		assertThat(facts.subjects().tags().getFirst().rank()).isEqualTo(92);
		assertThat(facts.audience().warnings()).containsExactly("Nudity");
		assertThat(facts.audience().adult()).isTrue();
	}

	@Test
	void keepsBooksApartFromAnimeByTheTypeOfTheNode() {
		AnimeFacts facts = facts(media("""
				'relations': {'edges': [
				{'relationType': 'SIDE_STORY', 'node': {'id': 990012, 'idMal': 990042, 'type': 'ANIME'}},
				{'relationType': 'SOURCE', 'node': {'id': 990502, 'type': 'MANGA', 'format': 'NOVEL'}},
				{'relationType': 'COMPILATION', 'node': {'id': 990013, 'type': null}}]}"""));
		assertThat(facts.relations().anime()).singleElement()
			.satisfies((relation) -> assertThat(relation.sameAs())
				.containsExactly(SourceLink.ofKey("MYANIMELIST#990042")));
		assertThat(facts.relations().sources()).singleElement().satisfies((relation) -> {
			assertThat(relation.type()).isEqualTo(RelationType.ADAPTATION);
			assertThat(relation.target()).isEqualTo(URI.create("https://anilist.co/manga/990502"));
			assertThat(relation.format()).isEqualTo("NOVEL");
		});
		assertThat(this.heard.notes()).hasSize(1).first().asString().startsWith("relation target: ");
	}

	@Test
	void findsNumbersInTitlesOfStreamingSites() {
		List<EpisodeFacts> listed = new AniListEpisodes(this.heard.asNotes()).episodes(
				media("""
						'streamingEpisodes': [{'title': 'Episode 1 - The First Letter'}, {'title': 'Episode 2: Rain'},
						{'title': 'The Making Of'}, {'title': 'Episode 2.5 - Between'}], 'nextAiringEpisode': {'airingAt': 1795278600, 'episode': 8}"""));
		assertThat(listed).extracting((episode) -> episode.titles().main())
			.containsExactly("The First Letter", "Rain", "Between", null);
		assertThat(listed.getLast().airedAt()).isEqualTo(Instant.ofEpochSecond(1_795_278_600L));
		assertThat(this.heard.notes()).containsExactly("episode title: The Making Of");
	}

	@Test
	void keepsNamesThatSpoilApart() {
		CharacterFacts character = this.cast.characters(edges("""
				{'role': 'MAIN', 'node': {'id': 980001, 'name': {'full': 'Riku Hayama', 'native': '葉山陸',
				'alternative': ['Courier'], 'alternativeSpoiler': ['The Sender']}, 'age': '17-18',
				'dateOfBirth': {'month': 10, 'day': 4}, 'favourites': 7},
				'voiceActors': [{'id': 981001, 'name': {'full': 'Jun Okada'}, 'languageV2': 'Japanese'}]}"""))
			.getFirst();
		assertThat(character.name().aliases()).containsExactly("Courier");
		assertThat(character.name().spoilers()).containsExactly("The Sender");
		assertThat(character.details().born()).isEqualTo("--10-04");
		assertThat(character.details().age()).isEqualTo("17-18");
		assertThat(character.voices().getFirst().language()).isEqualTo("ja");
		assertThat(character.page()).isEqualTo(URI.create("https://anilist.co/character/980001"));
	}

	@Test
	void givesOneRowForEachPerson() {
		List<StaffFacts> staff = this.cast.staff(edges("""
				{'role': 'Director', 'node': {'id': 982001, 'name': {'full': 'Aya Mori'}}},
				{'role': 'Storyboard (eps 1, 4)', 'node': {'id': 982001, 'name': {'full': 'Aya Mori'}}}"""));
		assertThat(staff).singleElement()
			.satisfies((row) -> assertThat(row.positions()).containsExactly("Director", "Storyboard (eps 1, 4)"));
	}

	@Test
	void readsAiringTimesWithTheirMedia() {
		AniListMedia.Document document = Fixtures.read("anilist/schedules.json", AniListMedia.Document.class);
		List<AniListMedia.Airing> airings = (document.data() != null && document.data().page() != null
				&& document.data().page().airingSchedules() != null) ? document.data().page().airingSchedules()
						: List.of();
		assertThat(new AniListEpisodes(this.heard.asNotes()).rows(airings)).singleElement().satisfies((row) -> {
			assertThat(row.anime()).isEqualTo(SourceLink.ofKey("ANILIST#990011"));
			assertThat(row.sameAs()).containsExactly(SourceLink.ofKey("MYANIMELIST#990041"));
			assertThat(row.numberTo()).isEqualTo(8);
			assertThat(row.at()).isEqualTo("2026-11-21T16:30:00Z");
		});
	}

	@Test
	void notesWordsItDoesNotKnow() {
		facts(media("""
				'format': 'HOLOGRAM', 'status': 'LOST', 'season': 'MONSOON', 'source': 'RUMOUR',
				'externalLinks': [{'site': 'X', 'url': 'https://x.example', 'type': 'SECRET'}]"""));
		assertThat(this.heard.notes()).containsExactlyInAnyOrder("type: HOLOGRAM", "status: LOST", "season: MONSOON",
				"source material: RUMOUR", "link type: SECRET");
	}

	private static AniListMedia fixture() {
		AniListMedia.Document document = Fixtures.read("anilist/media.json", AniListMedia.Document.class);
		AniListMedia media = (document.data() != null) ? document.data().media() : null;
		assertThat(media).isNotNull();
		return Objects.requireNonNull(media);
	}

	private static AniListMedia media(String members) {
		return Fixtures.json("{'id': 990011, " + members + "}", AniListMedia.class);
	}

	private static List<AniListPerson.Edge> edges(String json) {
		AniListMedia.People people = Fixtures.json("{'edges': [" + json + "]}", AniListMedia.People.class);
		return (people.edges() != null) ? people.edges() : List.of();
	}

	private AnimeFacts facts(AniListMedia media) {
		return new AniListMapper(this.heard.asNotes()).facts(media, Instant.EPOCH);
	}

}
