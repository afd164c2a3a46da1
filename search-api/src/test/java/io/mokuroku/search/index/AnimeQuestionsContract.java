package io.mokuroku.search.index;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.known;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How every index answers, whatever keeps it. Vectors have two numbers.
 */
abstract class AnimeQuestionsContract extends AnimeListingsContract {

	@Test
	void findsATitleInAnyOfItsForms() {
		put(aShow(16498, "Shingeki no Kyojin", "Attack on Titan", "進撃の巨人", "AoT"), aShow(20, "Naruto"));
		for (String query : List.of("shingeki no kyojin", "Attack on Titan", "進撃の巨人", "aot", "shingeki", "進撃",
				"attak on titan", "titan attack", "ATTACKONTITAN")) {
			assertThat(named(query)).as(query).containsExactly("Shingeki no Kyojin");
		}
		assertThat(named("one piece")).isEmpty();
		assertThat(named("")).isEmpty();
	}

	@Test
	void putsTheExactTitleFirstAndThenTheBetterKnown() {
		put(known(9, aShow(1, "Naruto Movie")), known(1, aShow(2, "Naruto")), known(5, aShow(3, "Naruto Special")),
				known(10, aShow(4, "Road of Naruto")), known(10, aShow(5, "Narutoo")));
		assertThat(named("naruto")).containsExactly("Naruto", "Narutoo", "Naruto Movie", "Naruto Special",
				"Road of Naruto");
	}

	@Test
	void tellsTheSeasonsOfAShowApart() {
		put(aShow(1, "Mob Psycho 100"), aShow(2, "Mob Psycho 100 II"), aShow(3, "Mob Psycho 100 III"));
		assertThat(named("mob psycho 100 season 2")).first().isEqualTo("Mob Psycho 100 II");
		assertThat(named("mob psycho 100 3rd season")).first().isEqualTo("Mob Psycho 100 III");
		assertThat(named("mob psycho 100")).first().isEqualTo("Mob Psycho 100");
	}

	@Test
	void findsTheNearestThatPassTheFilter() {
		IndexedAnime near = aShow(1, "Near");
		IndexedAnime far = aShow(2, "Far", (change) -> change.type = AnimeType.MOVIE);
		put(near, far, aShow(3, "Without Vector"));
		TestIndexes.embed(this.index, near, 1, 0);
		TestIndexes.embed(this.index, far, 0, 1);
		List<NearHit> hits = this.index.nearest(new float[] { 0.6f, 0.8f }, AnimeFilter.NONE, 10);
		assertThat(hits).extracting((hit) -> hit.anime().titles().main()).containsExactly("Far", "Near");
		assertThat(hits.getFirst().cosine()).isEqualTo(0.8, Offset.offset(1e-6));
		assertThat(hits.getLast().cosine()).isEqualTo(0.6, Offset.offset(1e-6));
		assertThat(this.index.nearest(new float[] { 0.6f, 0.8f }, AnimeFilter.of(AnimeType.TV, null, null), 10))
			.extracting((hit) -> hit.anime().titles().main())
			.containsExactly("Near");
	}

	@Test
	void forgivesTwoErrorsInShortTitlesAndSwappedLetters() {
		put(aShow(1, "Akira"), aShow(2, "Bleach"), aShow(3, "One Piece"), aShow(4, "Steins;Gate"));
		assertThat(named("akria")).containsExactly("Akira");
		assertThat(named("blaech")).containsExactly("Bleach");
		assertThat(named("onne peice")).containsExactly("One Piece");
		assertThat(named("stiens gaet")).containsExactly("Steins;Gate");
	}

	@Test
	void completesWhatWasBegun() {
		put(known(3, aShow(1, "Naruto Movie")), known(9, aShow(2, "Naruto")), known(10, aShow(3, "Road of Naruto")),
				aShow(4, "Bleach"));
		assertThat(this.index.beginning(FoldedTitle.of("naru"), 10)).extracting((hit) -> hit.anime().titles().main())
			.containsExactly("Naruto", "Naruto Movie", "Road of Naruto");
		assertThat(this.index.beginning(FoldedTitle.of("naru"), 1)).hasSize(1);
		assertThat(this.index.beginning(FoldedTitle.of(""), 1)).isEmpty();
	}

	@Test
	void findsWhatSharesTheMostAndTheRarestSubjects() {
		put(tagged(1, "Like It", "comedy", "time loop", "school"), tagged(2, "Loop", "time loop"),
				tagged(3, "School Comedy", "comedy", "school"), tagged(4, "Comedy", "comedy"),
				tagged(5, "More Comedy", "comedy"), tagged(6, "Loopy", "loop", "time"));
		List<String> subjects = List.of("comedy", "time loop", "school");
		assertThat(this.index.sharing(subjects, AnimeFilter.NONE, 10)).extracting((anime) -> anime.titles().main())
			.startsWith("Like It", "School Comedy", "Loop")
			.doesNotContain("Loopy");
		assertThat(this.index.sharing(subjects, AnimeFilter.NONE, 1)).hasSize(1);
		assertThat(this.index.sharing(List.of(), AnimeFilter.NONE, 10)).isEmpty();
	}

	private static IndexedAnime tagged(int number, String title, String... tags) {
		return aShow(number, title, (change) -> change.subjects = Subjects.ofTags(List.of(tags)));
	}

	@Test
	void findsWhatHoldsAThirdOfTheWords() {
		put(aShow(1, "One", (change) -> change.synopsis = "A boy digs tunnels beneath the city of dreams."),
				aShow(2, "Two", (change) -> change.synopsis = "A girl runs a bakery."));
		assertThat(about("tunnels and dreams")).containsExactly("One");
		assertThat(about("tunnels bakery robots space")).isEmpty();
		assertThat(about("the")).isEmpty();
	}

	@Test
	void listsTheBestKnownThatPassEveryKindOfFilter() {
		IndexedAnime film = known(9, aShow(1, "Film", (change) -> {
			change.type = AnimeType.MOVIE;
			change.episodes = 1;
		}));
		IndexedAnime series = known(5, aShow(2, "Series", (change) -> change.episodes = 26));
		put(series, film, known(1, aShow(3, "Unknown Length", (change) -> change.episodes = null)));
		assertThat(listed((_) -> {
		})).containsExactly("Film", "Series", "Unknown Length");
		assertThat(listed((asked) -> asked.types = Set.of(AnimeType.MOVIE))).containsExactly("Film");
		assertThat(listed((asked) -> asked.episodes = new Bounds(2.0, null))).containsExactly("Series");
		assertThat(listed((asked) -> asked.episodes = new Bounds(null, 12.0))).containsExactly("Film");
		assertThat(listed((asked) -> asked.without = Set.of(film.id(), series.id()))).containsExactly("Unknown Length");
		assertThat(listed((asked) -> asked.studios = Set.of("nobody"))).isEmpty();
		assertThat(listed((asked) -> asked.withoutStudios = Set.of("nobody"))).hasSize(3);
		for (AnimeFilter filter : List.of(AnimeFilter.of(AnimeType.TV, series.status(), series.year()),
				AnimeFilter.of((asked) -> asked.subjects = Set.copyOf(series.subjects())),
				AnimeFilter.of((asked) -> asked.scores = new Bounds(5.0, 10.0)))) {
			List<IndexedAnime> passing = Stream.of(film, series).filter(filter::passes).toList();
			assertThat(this.index.listed(filter, 10)).as("%s", filter).containsAll(passing).allMatch(filter::passes);
		}
	}

	@Test
	void findsByIdAndLinkAndNamesTheWordsOfFilters() {
		IndexedAnime monster = aShow(19, "Monster");
		IndexedAnime adult = aShow(1, "Hidden", (change) -> change.adult = true);
		put(monster, adult);
		TestIndexes.embed(this.index, monster, 0.6f, 0.8f);
		assertThat(this.index.find(monster.id())).contains(monster);
		assertThat(this.index.find(adult.id())).isEmpty();
		assertThat(this.index.findVector(monster.id())).hasValueSatisfying(
				(vector) -> assertThat(vector).containsExactly(new float[] { 0.6f, 0.8f }, Offset.offset(1e-6f)));
		assertThat(this.index.findVector(adult.id())).isEmpty();
		assertThat(this.index.linked(monster.links(), 5)).containsExactly(monster);
		assertThat(this.index.linked(List.of(), 5)).isEmpty();
		assertThat(this.index.vocabulary().subjects()).containsExactlyInAnyOrderElementsOf(monster.subjects());
		assertThat(this.index.vocabulary().studios()).containsExactlyInAnyOrderElementsOf(monster.studios());
	}

	final List<String> named(String query) {
		return this.index.named(FoldedTitle.of(query), AnimeFilter.NONE, 10)
			.stream()
			.map((hit) -> hit.anime().titles().main())
			.toList();
	}

	private List<String> about(String text) {
		return this.index.about(text, AnimeFilter.NONE, 10).stream().map((anime) -> anime.titles().main()).toList();
	}

}
