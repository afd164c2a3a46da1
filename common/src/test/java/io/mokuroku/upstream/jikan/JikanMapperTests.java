package io.mokuroku.upstream.jikan;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Broadcast;
import io.mokuroku.catalogue.PartialDate;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.SourceMaterial;
import io.mokuroku.upstream.AnimeFacts;
import io.mokuroku.upstream.Fixtures;
import io.mokuroku.upstream.MediaFacts.Trailer;
import io.mokuroku.upstream.NotesOfTests;
import io.mokuroku.upstream.ProductionFacts.Company;
import io.mokuroku.upstream.RelationFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class JikanMapperTests {

	private static final Instant FETCHED = Instant.parse("2026-11-22T12:00:00Z");

	private final NotesOfTests heard = new NotesOfTests();

	@Test
	void readsAFullAnswer() {
		AnimeFacts facts = facts(Fixtures.read("jikan/anime.json", JikanAnime.Document.class).data());
		assertThat(facts.link()).isEqualTo(SourceLink.ofKey("MYANIMELIST#990041"));
		assertThat(facts.titles().main()).isEqualTo("Hoshi no Tegami");
		assertThat(facts.titles().english()).isEqualTo("Letters from the Stars");
		assertThat(facts.titles().japanese()).isEqualTo("星の手紙");
		assertThat(facts.titles().synonyms()).containsExactly("HoshiTega");
		assertThat(facts.titles().byLanguage()).containsEntry("ja", List.of("星の手紙"));
		assertThat(facts.release().type()).isEqualTo(AnimeType.TV);
		assertThat(facts.release().episodes()).isEqualTo(12);
		assertThat(facts.release().durationSeconds()).isEqualTo(1440);
		assertThat(facts.airing().status()).isEqualTo(AiringStatus.ONGOING);
		assertThat(facts.airing().season()).isEqualTo(Season.FALL);
		assertThat(facts.airing().from()).isEqualTo(PartialDate.of(LocalDate.of(2026, 10, 4)));
		assertThat(facts.airing().to()).isNull();
		assertThat(facts.airing().broadcast())
			.isEqualTo(new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(1, 30), Broadcast.JAPAN));
		assertThat(facts.audience().rating()).isEqualTo(AgeRating.PG13);
		assertThat(facts.subjects().genres()).containsExactly("Fantasy");
		assertThat(facts.subjects().themes()).containsExactly("Time Travel");
		assertThat(facts.subjects().demographics()).containsExactly("Seinen");
		assertThat(facts.production().studios())
			.containsExactly(new Company("Studio Kasumi", URI.create("https://myanimelist.net/anime/producer/900102")));
		assertThat(facts.production().sourceMaterial()).isEqualTo(SourceMaterial.LIGHT_NOVEL);
		assertThat(facts.media().picture()).hasToString("https://cdn.example.org/1l.jpg");
		assertThat(facts.media().thumbnail()).hasToString("https://cdn.example.org/1t.jpg");
		assertThat(facts.media().trailers()).containsExactly(new Trailer("YOUTUBE", "AAAAAAAAAAA", null, null));
		assertThat(facts.media().streaming()).extracting((stream) -> stream.platform()).containsExactly("Crunchyroll");
		assertThat(facts.media().external()).extracting((page) -> page.name()).containsExactly("Official Site");
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void keepsBooksApartFromAnime() {
		RelationFacts relations = facts(Fixtures.read("jikan/anime.json", JikanAnime.Document.class).data())
			.relations();
		assertThat(relations.anime()).containsExactly(new RelationFacts.ToAnime(RelationType.SIDE_STORY,
				SourceLink.ofKey("MYANIMELIST#990042"), List.of(), "Hoshi no Tegami: Prologue", null));
		assertThat(relations.sources()).containsExactly(new RelationFacts.ToSource(RelationType.ADAPTATION,
				URI.create("https://myanimelist.net/manga/990501"), "Hoshi no Tegami", "manga"));
	}

	@Test
	void takesPopularityForARank() {
		AnimeFacts facts = facts(Fixtures.read("jikan/anime.json", JikanAnime.Document.class).data());
		assertThat(facts.statistics().rank()).isEqualTo(1204);
		assertThat(facts.statistics().popularityRank()).isEqualTo(1890);
		assertThat(facts.statistics().members()).isEqualTo(71_230);
		assertThat(facts.statistics().favourites()).isEqualTo(512);
		assertThat(facts.statistics().scoredBy()).isEqualTo(18_432);
	}

	@ParameterizedTest
	@CsvSource({ "TV Special, TV_SPECIAL", "CM, CM", "PV, PV", "Music, MUSIC", "ONA, ONA", "OVA, OVA", "Movie, MOVIE",
			"Special, SPECIAL", "TV, TV" })
	void knowsTypesItsSchemaDoesNotList(String type, AnimeType known) {
		assertThat(facts("{'mal_id': 990041, 'type': '" + type + "'}").release().type()).isEqualTo(known);
	}

	@ParameterizedTest
	@CsvSource({ "'Oct 4, 2026 to Dec 20, 2026', 2026-10-04, DAY, 2026-12-20, DAY",
			"Oct 2026 to ?, 2026-10-01, MONTH, ,", "'Oct, 2026 to 2027', 2026-10-01, MONTH, 2027-01-01, YEAR",
			"2026 to ?, 2026-01-01, YEAR, ,", "'Jul 6, 2016', 2016-07-06, DAY, ,", "Not available, , , ,",
			"? to ?, , , ," })
	void findsThePrecisionOfDatesInTheirText(String text, LocalDate from, PartialDate.Precision fromPrecision,
			LocalDate to, PartialDate.Precision toPrecision) {
		AnimeFacts facts = facts(
				"{'mal_id': 990041, 'aired': {'from': '2026-01-01T00:00:00+00:00', 'string': '" + text + "'}}");
		assertThat(facts.airing().from()).isEqualTo((from != null) ? new PartialDate(from, fromPrecision) : null);
		assertThat(facts.airing().to()).isEqualTo((to != null) ? new PartialDate(to, toPrecision) : null);
		assertThat(this.heard.notes()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "24 min per ep, 1440", "1 hr 41 min, 6060", "45 sec per ep, 45", "2 hr, 7200", "Unknown, " })
	void readsLengthsThatAreText(String text, Integer seconds) {
		assertThat(facts("{'mal_id': 990041, 'duration': '" + text + "'}").release().durationSeconds())
			.isEqualTo(seconds);
	}

	@Test
	void movesHoursAfterMidnightToTheNextDay() {
		assertThat(facts("{'mal_id': 990041, 'broadcast': {'day': 'Saturdays', 'time': '25:30'}}").airing().broadcast())
			.isEqualTo(new Broadcast(DayOfWeek.SUNDAY, LocalTime.of(1, 30), Broadcast.JAPAN));
		assertThat(facts("{'mal_id': 990041, 'broadcast': {'day': null, 'time': null, 'timezone': null}}").airing()
			.broadcast()).isNull();
	}

	@Test
	void readsTheMembersThatTitlesReplace() {
		AnimeFacts facts = facts("""
				{'mal_id': 990041, 'title': 'Hoshi no Tegami', 'title_english': null, 'title_japanese': '星の手紙',
				'title_synonyms': ['HoshiTega']}""");
		assertThat(facts.titles().main()).isEqualTo("Hoshi no Tegami");
		assertThat(facts.titles().synonyms()).containsExactly("HoshiTega");
	}

	@Test
	void filesTitlesOfOtherLanguages() {
		AnimeFacts facts = facts("{'mal_id': 990041, 'titles': [{'type': 'German', 'title': 'Sternenbriefe'}]}");
		assertThat(facts.titles().synonyms()).containsExactly("Sternenbriefe");
		assertThat(facts.titles().byLanguage()).containsEntry("de", List.of("Sternenbriefe"));
	}

	@Test
	void keepsATitleWithoutATypeAmongTheOthers() {
		assertThat(facts("{'mal_id': 990041, 'titles': [{'title': 'Sternenbriefe'}]}").titles().synonyms())
			.containsExactly("Sternenbriefe");
	}

	@Test
	void findsTheTrailerInTheAddressOfThePlayer() {
		assertThat(facts("""
				{'mal_id': 990041, 'trailer': {'youtube_id': null,
				'embed_url': 'https://www.youtube-nocookie.com/embed/AAAAAAAAAAA?autoplay=1'}}""").media().trailers())
			.containsExactly(new Trailer("YOUTUBE", "AAAAAAAAAAA", null, null));
	}

	@Test
	void findsPagesOfOthersAmongExternalLinks() {
		assertThat(facts("""
				{'mal_id': 990041, 'external': [{'name': 'AniDB', 'url': 'https://anidb.net/anime/990001'},
				{'name': 'Official Site', 'url': 'https://hoshitega.example'}]}""").sameAs())
			.containsExactly(SourceLink.ofKey("ANIDB#990001"));
	}

	@Test
	void takesWarningsFromTheClass() {
		AnimeFacts facts = facts("{'mal_id': 990041, 'rating': 'R - 17+ (violence & profanity)'}");
		assertThat(facts.audience().rating()).isEqualTo(AgeRating.R17);
		assertThat(facts.audience().warnings()).containsExactly("Violence", "Profanity");
		assertThat(facts("{'mal_id': 990041, 'rating': 'Rx - Hentai'}").audience().adult()).isTrue();
	}

	@Test
	void takesAClassOfNoneForNone() {
		assertThat(facts("{'mal_id': 990041, 'rating': 'None'}").audience().rating()).isNull();
		assertThat(this.heard.notes()).isEmpty();
	}

	@Test
	void takesNoScoreOfNobody() {
		assertThat(facts("{'mal_id': 990041, 'score': 7.5, 'scored_by': 0}").statistics().score()).isNull();
		assertThat(facts("{'mal_id': 990041, 'score': 0}").statistics().score()).isNull();
	}

	@Test
	void notesEveryWordItDoesNotKnow() {
		facts("""
				{'mal_id': 990041, 'type': 'Hologram', 'status': 'Lost', 'rating': 'X - New', 'season': 'Monsoon',
				'source': 'Rumour', 'duration': 'long', 'aired': {'string': 'one day'},
				'broadcast': {'day': 'Mondays', 'time': '31:00'},
				'relations': [{'relation': 'Great-Aunt', 'entry': [{'mal_id': 1, 'type': 'play', 'url': null}]}],
				'theme': {'openings': ['humming'], 'endings': []},
				'external': [{'name': 'Official Site', 'url': 'on paper'}]}""");
		assertThat(this.heard.notes()).containsExactlyInAnyOrder("type: Hologram", "status: Lost", "rating: X",
				"season: Monsoon", "source material: Rumour", "duration: long", "date: one day", "time: 31:00",
				"relation: Great-Aunt", "relation target: null", "theme song: humming", "address: on paper");
	}

	@Test
	void readsALengthInNoMoreThanItsLength() {
		String digits = "9".repeat(300_000);
		assertThat(assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> Optional.ofNullable(JikanTime.seconds(digits, this.heard.asNotes()))))
			.isEmpty();
	}

	private AnimeFacts facts(String json) {
		return facts(Fixtures.json(json, JikanAnime.class));
	}

	private AnimeFacts facts(JikanAnime anime) {
		return new JikanMapper(this.heard.asNotes()).facts(anime, FETCHED);
	}

}
