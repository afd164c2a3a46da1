package io.mokuroku.search.query;

import java.nio.file.Path;
import java.util.List;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Relation;
import io.mokuroku.catalogue.RelationType;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.catalogue.Titles;
import io.mokuroku.search.Shows;
import io.mokuroku.search.embed.LoadingTextEmbedder;
import io.mokuroku.search.embed.TestEmbedders;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.projection.EmbeddingText;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.SearchHit.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

final class SearchAnimeTests {

	private static final IndexedAnime TITAN = Shows.aShow(16498, "Shingeki no Kyojin", (change) -> {
		change.titles = new Titles("Shingeki no Kyojin", "Attack on Titan", "進撃の巨人", List.of());
		change.synopsis = "Humanity hides behind walls from giants.";
	});

	private static final IndexedAnime REZERO = Shows.aShow(31240, "Re:Zero", (change) -> {
		change.synopsis = "Whenever he dies, time begins anew.";
		change.subjects = Subjects.ofTags(List.of("time loop", "dark fantasy"));
	});

	private static final IndexedAnime FILM = Shows.aShow(199, "Walls of Time",
			(change) -> change.type = AnimeType.MOVIE);

	@TempDir
	private Path folder;

	private AnimeIndex index;

	private final TestEmbedders.Words words = new TestEmbedders.Words();

	private LoadingTextEmbedder embedder = TestEmbedders.loaded(this.words);

	@BeforeEach
	void open() {
		this.index = TestIndexes.open(this.folder);
		TestIndexes.put(this.index, TITAN, REZERO, FILM);
		for (IndexedAnime anime : List.of(TITAN, REZERO, FILM)) {
			TestIndexes.embed(this.index, anime, this.words.embed(EmbeddingText.of(anime).text()));
		}
	}

	@AfterEach
	void close() {
		TestIndexes.close(this.index);
	}

	@Test
	void saysWhyItFoundWhat() {
		assertThat(first("attack on titan")).returns(Reason.EXACT_TITLE, SearchHit::reason)
			.returns("Attack on Titan", SearchHit::matchedTitle);
		assertThat(first("shingeki")).returns(Reason.TITLE_PREFIX, SearchHit::reason);
		assertThat(first("kyojin shingeki")).returns(Reason.TITLE_WORDS, SearchHit::reason);
		assertThat(first("atack on titn")).returns(Reason.SIMILAR_TITLE, SearchHit::reason);
		assertThat(first("humanity and giants")).returns(Reason.TEXT, SearchHit::reason)
			.returns(null, SearchHit::matchedTitle);
	}

	@Test
	void findsByMeaningWhatHasFewOfTheWords() {
		List<SearchHit> hits = ask(
				"a dark fantasy loop of heroes repeating endless gardens while seasons of flowers pass")
			.hits();
		assertThat(hits).first()
			.returns(REZERO.id(), (hit) -> hit.anime().id())
			.returns(Reason.MEANING, SearchHit::reason);
	}

	@Test
	void givesTheSameAnswerForEverySpelling() {
		for (String spelling : List.of("rezero", "re zero", "Re:Zero", "RE:ZERO!", "ｒｅ：ｚｅｒｏ")) {
			assertThat(first(spelling).anime().id()).as(spelling).isEqualTo(REZERO.id());
		}
	}

	@Test
	void answersOnlyWithWhatPassesTheFilter() {
		SearchQuestion question = new SearchQuestion("walls", AnimeFilter.of(AnimeType.MOVIE, null, null), 10);
		assertThat(search().answer(question).hits()).extracting((hit) -> hit.anime().id()).containsExactly(FILM.id());
	}

	@Test
	void answersWithNoMoreThanWasAskedFor() {
		assertThat(search().answer(new SearchQuestion("walls", AnimeFilter.NONE, 1)).hits()).hasSize(1);
	}

	@Test
	void takesWordsForFiltersWhereNothingElseIsAsked() {
		SearchResult answer = ask("dark fantasy anime from the 2000s");
		assertThat(answer.understood().filtersAlone()).isTrue();
		assertThat(answer.hits()).singleElement()
			.returns(REZERO.id(), (hit) -> hit.anime().id())
			.returns(Reason.FILTER, SearchHit::reason);
		assertThat(ask("dark fantasy before 2000").hits()).isEmpty();
		assertThat(ask("movies by madhouse").hits()).extracting((hit) -> hit.anime().id()).containsExactly(FILM.id());
	}

	@Test
	void fillsUpWithWhatPassesTheFilterWhereLittleElseFits() {
		this.embedder = TestEmbedders.notLoaded();
		List<SearchHit> hits = ask("gardening movies").hits();
		assertThat(hits).last().returns(FILM.id(), (hit) -> hit.anime().id()).returns(Reason.FILTER, SearchHit::reason);
		assertThat(hits).hasSize(1);
	}

	@Test
	void leavesOutWhatIsNotWanted() {
		assertThat(ask("time without time loop").hits()).extracting((hit) -> hit.anime().id())
			.contains(FILM.id())
			.doesNotContain(REZERO.id());
		assertThat(ask("walls, no Attack on Titan").hits()).extracting((hit) -> hit.anime().id())
			.containsExactly(FILM.id());
	}

	@Test
	void findsWhatIsLikeAnAnimeAndNotTheAnimeItselfNorItsRelatives() {
		IndexedAnime sequel = Shows.aShow(31241, "Re:Zero II", (change) -> {
			change.synopsis = "Time begins anew, again.";
			change.subjects = Subjects.ofTags(List.of("time loop", "dark fantasy"));
			change.relations = List.of(new Relation(RelationType.PREQUEL, SourceLink.ofKey("MYANIMELIST#31240")));
		});
		IndexedAnime alike = Shows.aShow(50, "Endless Day", (change) -> {
			change.synopsis = "Time repeats.";
			change.subjects = Subjects.ofTags(List.of("time loop", "dark fantasy"));
		});
		TestIndexes.put(this.index, sequel, alike);
		for (IndexedAnime anime : List.of(sequel, alike)) {
			TestIndexes.embed(this.index, anime, this.words.embed(EmbeddingText.of(anime).text()));
		}
		SearchResult answer = ask("something like re zero but calmer");
		assertThat(answer.understood().text()).isEqualTo("calmer");
		assertThat(answer.hits()).first().returns(alike.id(), (hit) -> hit.anime().id());
		assertThat(answer.hits()).extracting((hit) -> hit.anime().id()).doesNotContain(REZERO.id(), sequel.id());
		FindSimilar similar = new FindSimilar(this.index);
		assertThat(similar.to(REZERO.id(), false, 10).orElseThrow()).extracting((hit) -> hit.anime().id())
			.contains(sequel.id(), alike.id())
			.doesNotContain(REZERO.id());
		assertThat(similar.to(REZERO.id(), true, 10).orElseThrow()).extracting((hit) -> hit.anime().id())
			.contains(alike.id())
			.doesNotContain(sequel.id());
		assertThat(similar.to(Shows.anEntry(9, "Nowhere").id(), true, 10)).isEmpty();
	}

	@Test
	void takesForATitleWhatComesCloseToOne() {
		TestIndexes.put(this.index, Shows.aShow(51, "No Game No Life"), Shows.aShow(52, "Movie 2010"));
		for (String title : List.of("no game no life", "no game no lief")) {
			assertThat(ask(title).understood().isPlain()).as(title).isTrue();
		}
		assertThat(first("movie 2010")).returns("Movie 2010", SearchHit::matchedTitle);
	}

	@Test
	void asksWhetherAnotherTitleWasMeant() {
		assertThat(ask("atack on titan").didYouMean()).isEqualTo("Attack on Titan");
		assertThat(ask("attack on titan").didYouMean()).isNull();
	}

	@Test
	void tellsEveryReason() {
		assertThat(first("humanity hides behind walls").reasons()).containsExactly(Reason.TEXT, Reason.MEANING);
	}

	@Test
	void answersFromWordsAloneWithoutTheModelAndSaysSo() {
		this.embedder = TestEmbedders.notLoaded();
		SearchResult answer = ask("humanity and giants");
		assertThat(answer.degraded()).isTrue();
		assertThat(answer.hits()).first().returns(TITAN.id(), (hit) -> hit.anime().id());
	}

	@Test
	void answersFromWordsAloneWhileTheModelFails() {
		this.words.failFor((_) -> true);
		SearchResult answer = ask("shingeki");
		assertThat(answer.degraded()).isTrue();
		assertThat(answer.hits()).hasSize(1);
	}

	@Test
	void isNotDegradedWhereTheModelHasNothingToSay() {
		this.embedder = TestEmbedders.notLoaded();
		assertThat(ask("進撃の巨人")).returns(false, SearchResult::degraded)
			.satisfies((answer) -> assertThat(answer.hits()).hasSize(1));
	}

	@Test
	void findsNothingWhereNothingIs() {
		assertThat(ask("!?").hits()).isEmpty();
		assertThat(ask("qqqq xxxx").hits()).isEmpty();
	}

	@Test
	void takesQuestionsOfOneToTwoThousandCharacters() {
		assertThat(new SearchQuestion("  a\n", AnimeFilter.NONE, 1).text()).isEqualTo("a");
		assertThat(ask("walls ".repeat(333)).hits()).isNotEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> new SearchQuestion(" \u3000", AnimeFilter.NONE, 1));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SearchQuestion("a".repeat(2_001), AnimeFilter.NONE, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new SearchQuestion("a", AnimeFilter.NONE, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new SearchQuestion("a", AnimeFilter.NONE, 51));
	}

	private SearchHit first(String text) {
		return ask(text).hits().getFirst();
	}

	private SearchResult ask(String text) {
		return search().answer(new SearchQuestion(text, AnimeFilter.NONE, 10));
	}

	private SearchAnime search() {
		return new SearchAnime(this.index, new Meaning(this.embedder), TestEmbedders.restless());
	}

}
