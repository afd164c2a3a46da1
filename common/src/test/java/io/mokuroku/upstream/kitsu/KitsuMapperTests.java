package io.mokuroku.upstream.kitsu;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.CharacterRole;
import io.mokuroku.catalogue.EpisodeNumber;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.upstream.AiringFacts;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.CharacterFacts;
import io.mokuroku.upstream.EpisodeFacts;
import io.mokuroku.upstream.Fixtures;
import io.mokuroku.upstream.NotesOfTests;
import io.mokuroku.upstream.ProductionFacts.Company;
import io.mokuroku.upstream.SubjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class KitsuMapperTests {

	private static final Instant FETCHED = Instant.parse("2026-11-22T12:00:00Z");

	private final NotesOfTests heard = new NotesOfTests();

	private final KitsuEpisodeMapper episodes = new KitsuEpisodeMapper(this.heard.asNotes());

	private final KitsuCast cast = new KitsuCast(this.heard.asNotes());

	@Test
	void readsNumbersThatAreStringsAndAScaleOfAHundred() {
		AnimeFacts facts = facts(Fixtures.read("kitsu/anime.json", KitsuAnime.Document.class));
		assertThat(facts.link()).isEqualTo(SourceLink.ofKey("KITSU#990031"));
		assertThat(facts.statistics().score()).isEqualTo(7.612);
		assertThat(facts.statistics().scoredBy()).isEqualTo(642);
		assertThat(facts.statistics().rank()).isEqualTo(1800);
		assertThat(facts.statistics().popularityRank()).isEqualTo(2100);
		assertThat(facts.statistics().distribution().votes()).containsEntry(1.0, 12L)
			.containsEntry(8.0, 410L)
			.containsEntry(10.0, 220L);
		assertThat(facts.release().type()).isEqualTo(AnimeType.TV);
		assertThat(facts.release().durationSeconds()).isEqualTo(1440);
		assertThat(facts.airing().from()).isEqualTo(PartialDate.of(LocalDate.of(2026, 10, 4)));
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void tellsTheTwoClassesOfPgApartByTheGuide() {
		assertThat(facts(Fixtures.read("kitsu/anime.json", KitsuAnime.Document.class)).audience().rating())
			.isEqualTo(AgeRating.PG13);
		assertThat(facts(attributes("'ageRating': 'PG', 'ageRatingGuide': 'Children'")).audience().rating())
			.isEqualTo(AgeRating.PG);
	}

	@Test
	void takesR18ForAdult() {
		AnimeFacts facts = facts(attributes("'ageRating': 'R18', 'nsfw': false"));
		assertThat(facts.audience().rating()).isEqualTo(AgeRating.RX);
		assertThat(facts.audience().adult()).isTrue();
		assertThat(facts(attributes("'nsfw': true")).audience().adult()).isTrue();
	}

	@Test
	void readsNextReleaseWithItsOffset() {
		AnimeFacts facts = facts(Fixtures.read("kitsu/anime.json", KitsuAnime.Document.class));
		assertThat(facts.airing().next()).isEqualTo(new AiringFacts.Next(Instant.parse("2026-11-21T16:30:00Z"), null));
	}

	@Test
	void filesTitlesByLanguage() {
		AnimeFacts facts = facts(attributes("""
				'titles': {'en': 'Letters', 'en_jp': 'Hoshi no Tegami', 'ja_jp': '星の手紙', 'ko_kr': null},
				'canonicalTitle': 'Hoshi no Tegami', 'abbreviatedTitles': [null, 'HoshiTega']"""));
		assertThat(facts.titles().english()).isEqualTo("Letters");
		assertThat(facts.titles().japanese()).isEqualTo("星の手紙");
		assertThat(facts.titles().byLanguage()).containsEntry("ja-Latn", List.of("Hoshi no Tegami"))
			.doesNotContainKey("ko");
		assertThat(facts.titles().synonyms()).contains("HoshiTega");
	}

	@Test
	void notesDatesThatCannotBeAndWordsNobodyKnows() {
		AnimeFacts facts = facts(
				attributes("'startDate': '0202-02-03', 'status': 'lost', 'subtype': 'hologram', 'ageRating': 'X'"));
		assertThat(facts.airing().from()).isNull();
		assertThat(facts.airing().status()).isEqualTo(AiringStatus.UNKNOWN);
		assertThat(this.heard.notes()).containsExactlyInAnyOrder("date: 202-2-3", "status: lost", "type: hologram",
				"rating: X");
	}

	@ParameterizedTest
	@CsvSource({ "current, ONGOING", "finished, FINISHED", "tba, UPCOMING", "unreleased, UPCOMING",
			"upcoming, UPCOMING" })
	void knowsItsStatuses(String status, AiringStatus known) {
		assertThat(facts(attributes("'status': '" + status + "'")).airing().status()).isEqualTo(known);
	}

	@Test
	void findsItselfOnOtherSitesByMappings() {
		assertThat(facts(Fixtures.read("kitsu/anime.json", KitsuAnime.Document.class)).sameAs())
			.containsExactly(SourceLink.ofKey("MYANIMELIST#990041"));
	}

	@Test
	void takesCategoriesForTags() {
		assertThat(facts(Fixtures.read("kitsu/anime.json", KitsuAnime.Document.class)).subjects().tags())
			.containsExactly(new SubjectFacts.Tag("Time Travel", "Moving in time.", null, null, false, false));
	}

	@Test
	void followsRelationshipsToAnimeBooksAndCompanies() {
		AnimeFacts facts = facts(Fixtures.read("kitsu/related.json", KitsuAnime.Document.class));
		assertThat(facts.relations().anime()).singleElement().satisfies((relation) -> {
			assertThat(relation.type()).isEqualTo(RelationType.SIDE_STORY);
			assertThat(relation.target()).isEqualTo(SourceLink.ofKey("KITSU#990032"));
			assertThat(relation.title()).isEqualTo("Hoshi no Tegami: Prologue");
			assertThat(relation.format()).isEqualTo("special");
		});
		assertThat(facts.relations().sources()).singleElement().satisfies((relation) -> {
			assertThat(relation.type()).isEqualTo(RelationType.ADAPTATION);
			assertThat(relation.target()).isEqualTo(URI.create("https://kitsu.app/manga/990502"));
		});
		assertThat(facts.production().studios()).containsExactly(new Company("Studio Kasumi", null));
		assertThat(facts.production().licensors()).containsExactly(new Company("Lantern Media", null));
		assertThat(facts.media().streaming()).singleElement().satisfies((stream) -> {
			assertThat(stream.platform()).isEqualTo("Crunchyroll");
			assertThat(stream.languages()).containsExactly("en", "pt-BR");
		});
		assertThat(this.heard.notes()).containsExactly("production role: caterer");
	}

	@Test
	void readsEpisodesWithPictures() {
		EpisodeFacts episode = this.episodes.episodes(items(Fixtures.read("kitsu/episodes.json", KitsuEpisodes.class)))
			.getFirst();
		assertThat(episode.titles().main()).isEqualTo("The First Letter");
		assertThat(episode.titles().romaji()).isEqualTo("Saisho no Tegami");
		assertThat(episode.airDate()).isEqualTo(LocalDate.of(2026, 10, 4));
		assertThat(episode.durationSeconds()).isEqualTo(1440);
		assertThat(episode.thumbnail()).hasToString("https://cdn.example.org/k/e1.jpg");
	}

	@Test
	void countsLaterSeasonsByTheirRelativeNumbers() {
		List<EpisodeFacts> listed = this.episodes.episodes(items(Fixtures.json("""
				{'data': [{'attributes': {'number': 26, 'relativeNumber': 1}},
				{'attributes': {'number': 27, 'relativeNumber': 2}}]}""", KitsuEpisodes.class)));
		assertThat(listed).extracting(EpisodeFacts::number)
			.containsExactly(EpisodeNumber.regular(1), EpisodeNumber.regular(2));
	}

	@Test
	void keepsNumbersThatHaveNoRelativeOnes() {
		List<EpisodeFacts> listed = this.episodes
			.episodes(items(Fixtures.json("{'data': [{'attributes': {'number': 26}}]}", KitsuEpisodes.class)));
		assertThat(listed).extracting(EpisodeFacts::number).containsExactly(EpisodeNumber.regular(26));
	}

	@Test
	void joinsCharactersToMyAnimeListByTheirIds() {
		CharacterFacts character = this.cast
			.characters(Fixtures.read("kitsu/characters.json", KitsuIncluded.Page.class))
			.getFirst();
		assertThat(character.sameAs()).containsExactly(URI.create("https://myanimelist.net/character/970001"));
		assertThat(character.name().display()).isEqualTo("Riku Hayama");
		assertThat(character.name().nativeName()).isEqualTo("葉山 陸");
		assertThat(character.name().aliases()).containsExactly("Courier");
		assertThat(character.role()).isEqualTo(CharacterRole.MAIN);
	}

	@Test
	void findsVoicesThroughTwoRelationships() {
		KitsuIncluded.Page page = Fixtures.read("kitsu/voices.json", KitsuIncluded.Page.class);
		assertThat(this.cast.characters(page).getFirst().voices()).singleElement().satisfies((voice) -> {
			assertThat(voice.language()).isEqualTo("ja");
			assertThat(voice.person().name().display()).isEqualTo("Jun Okada");
			assertThat(voice.person().page()).isEqualTo(URI.create("https://kitsu.app/people/988001"));
		});
	}

	@Test
	void givesOneRowForEachPersonAndPartsTheRoles() {
		KitsuIncluded.Page page = Fixtures.read("kitsu/staff.json", KitsuIncluded.Page.class);
		assertThat(this.cast.staff(List.of(page, page))).singleElement()
			.satisfies(
					(staff) -> assertThat(staff.positions()).containsExactly("Director", "Key Animation (eps 1, 4)"));
	}

	@Test
	void partsRolesInNoMoreThanTheirLength() {
		KitsuIncluded.Page page = Fixtures.json(
				"{'data': [{'id': '1', 'attributes': {'role': '" + "a,".repeat(150_000) + "'}}]}",
				KitsuIncluded.Page.class);
		assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5), () -> this.cast.staff(List.of(page)))).isEmpty();
	}

	@Test
	void notesCharactersThatAreNotInTheAnswer() {
		assertThat(this.cast.characters(Fixtures.json(
				"{'data': [{'id': '986002', 'type': 'mediaCharacters', 'relationships': {'character': {'data': null}}}]}",
				KitsuIncluded.Page.class)))
			.isEmpty();
		assertThat(this.heard.notes()).containsExactly("character: 986002");
	}

	private static List<KitsuEpisodes.Item> items(KitsuEpisodes page) {
		return (page.data() != null) ? page.data() : List.of();
	}

	private static KitsuAnime.Document attributes(String json) {
		return Fixtures.json("{'data': [{'id': '990031', 'attributes': {" + json + "}}]}", KitsuAnime.Document.class);
	}

	private AnimeFacts facts(KitsuAnime.Document document) {
		List<KitsuAnime> data = (document.data() != null) ? document.data() : List.of();
		return new KitsuMapper(this.heard.asNotes()).facts(data.getFirst(), new KitsuIndex(document.included()),
				FETCHED);
	}

}
