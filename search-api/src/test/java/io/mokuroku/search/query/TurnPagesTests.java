package io.mokuroku.search.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Score;
import io.mokuroku.catalogue.Subjects;
import io.mokuroku.search.Shows;
import io.mokuroku.search.embed.TestEmbedders;
import io.mokuroku.search.index.AnimeField;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.AnimeOrder;
import io.mokuroku.search.index.TestIndexes;
import io.mokuroku.search.index.ValueCount;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

final class TurnPagesTests {

	@TempDir
	private Path folder;

	private AnimeIndex index;

	private TurnPages pages;

	@BeforeEach
	void open() {
		this.index = TestIndexes.open(this.folder);
		this.pages = new TurnPages(
				new SearchAnime(this.index, new Meaning(TestEmbedders.notLoaded()), TestEmbedders.restless()),
				this.index);
		TestIndexes.put(this.index,
				IntStream.rangeClosed(1, 130).mapToObj(TurnPagesTests::show).toArray(IndexedAnime[]::new));
	}

	@AfterEach
	void close() {
		TestIndexes.close(this.index);
	}

	@Test
	void listsThePopularFirstWhereNothingIsLookedFor() {
		List<SearchHit> all = read("", null, 50);
		assertThat(all).hasSize(130).extracting((hit) -> hit.anime().id()).doesNotHaveDuplicates();
		assertThat(all)
			.isSortedAccordingTo((left, right) -> Double.compare(right.anime().known(), left.anime().known()));
		SearchPage page = page("", null, 50, null);
		assertThat(page.total()).isEqualTo(130);
		assertThat(page.result().hits()).hasSize(50);
	}

	@Test
	void findsByRelevanceToTheEndWithoutRepetition() {
		List<SearchHit> all = read("garden of tunnels", null, 20);
		assertThat(all).hasSize(130).extracting((hit) -> hit.anime().id()).doesNotHaveDuplicates();
		assertThat(page("garden of tunnels", null, 20, null).total()).as("nobody knows").isNull();
		List<SearchHit> most = this.pages.page(request("garden of tunnels", null, 50, null)).result().hits();
		assertThat(all.subList(0, 50)).extracting((hit) -> hit.anime().id())
			.as("pages of any size begin alike")
			.containsExactlyElementsOf(most.stream().map((hit) -> hit.anime().id()).toList());
	}

	@Test
	void sortsTheMostRelevantInAnotherOrder() {
		List<SearchHit> all = read("garden of tunnels", AnimeOrder.SCORE, 30);
		assertThat(all).hasSize(TurnPages.SORTED)
			.isSortedAccordingTo((left, right) -> Double.compare(ranked(right), ranked(left)));
	}

	@Test
	void listsFiltersInWordsToTheirEndInAnyOrder() {
		List<SearchHit> all = read("movies after 2000", AnimeOrder.SCORE, 25);
		assertThat(all).hasSize(65)
			.allMatch((hit) -> hit.anime().type() == AnimeType.MOVIE)
			.isSortedAccordingTo((left, right) -> Double.compare(ranked(right), ranked(left)));
		assertThat(read("movies after 2000", null, 25)).hasSize(65);
		assertThat(page("movies after 2000", null, 25, null).total()).isEqualTo(65);
	}

	@Test
	void countsAllHitsAndNotThoseOfThePage() {
		assertThat(facets("")).containsExactly(new ValueCount("MOVIE", 65), new ValueCount("TV", 65));
		assertThat(facets("movies after 2000")).containsExactly(new ValueCount("MOVIE", 65));
		assertThat(facets("garden of tunnels")).containsExactly(new ValueCount("MOVIE", 65), new ValueCount("TV", 65));
	}

	private List<ValueCount> facets(String text) {
		return this.pages.page(new SearchPage.Request(text, AnimeFilter.NONE, null, 5, null, List.of(AnimeField.TYPE)))
			.facets()
			.getOrDefault(AnimeField.TYPE, List.of());
	}

	private List<SearchHit> read(String text, @Nullable AnimeOrder order, int size) {
		List<SearchHit> all = new ArrayList<>();
		PageCursor next = null;
		do {
			SearchPage page = page(text, order, size, next);
			assertThat(page.result().hits()).isNotEmpty().hasSizeLessThanOrEqualTo(size);
			all.addAll(page.result().hits());
			next = page.next();
		}
		while (next != null);
		return all;
	}

	private SearchPage page(String text, @Nullable AnimeOrder order, int size, @Nullable PageCursor after) {
		return this.pages.page(request(text, order, size, after));
	}

	private static SearchPage.Request request(String text, @Nullable AnimeOrder order, int size,
			@Nullable PageCursor after) {
		return new SearchPage.Request(text, AnimeFilter.NONE, order, size, after, List.of());
	}

	private static double ranked(SearchHit hit) {
		Double score = hit.anime().rankedScore();
		return (score != null) ? score : 0;
	}

	private static IndexedAnime show(int number) {
		return Shows.aShow(number, "Name " + number, (change) -> {
			change.type = (number % 2 == 0) ? AnimeType.TV : AnimeType.MOVIE;
			change.subjects = Subjects.ofTags(List.of("tunnels", "gardens"));
			change.synopsis = "The tunnels lead to a garden. " + "Word ".repeat(number % 7);
			double score = 1 + number % 8;
			change.score = new Score(score, score, score, null, 10L * number);
		});
	}

}
