package io.mokuroku.search.query;

import java.util.List;

import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.query.SearchHit.Reason;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RankFusionTests {

	private static final Offset<Double> EXACTLY = Offset.offset(1e-12);

	private final IndexedAnime monster = Shows.known(0, Shows.aShow(19, "Monster"));

	private final IndexedAnime naruto = Shows.known(0, Shows.aShow(20, "Naruto"));

	private final IndexedAnime bleach = Shows.known(0, Shows.aShow(269, "Bleach"));

	@Test
	void addsOneOverSixtyPlusRankForEveryRanking() {
		List<SearchHit> fused = RankFusion.fuse(List.of(List.of(text(this.monster), text(this.naruto)),
				List.of(meaning(this.bleach), meaning(this.naruto))), 10);
		assertThat(fused).extracting(SearchHit::anime).first().isEqualTo(this.naruto);
		assertThat(score(fused, this.naruto)).isEqualTo(2.0 / 62, EXACTLY);
		assertThat(score(fused, this.monster)).isEqualTo(1.0 / 61, EXACTLY);
		assertThat(score(fused, this.bleach)).isEqualTo(1.0 / 61, EXACTLY);
	}

	@Test
	void liftsAScoreByATenthAtMost() {
		IndexedAnime famous = Shows.known(10, this.monster);
		IndexedAnime half = Shows.known(5, this.naruto);
		List<SearchHit> fused = RankFusion.fuse(List.of(List.of(text(half), text(famous))), 10);
		assertThat(score(fused, famous)).isEqualTo(1.1 / 62, EXACTLY);
		assertThat(score(fused, half)).isEqualTo(1.05 / 61, EXACTLY);
		assertThat(fused).extracting(SearchHit::anime).containsExactly(famous, half);
	}

	@Test
	void putsExactTitlesBeforeEverythingElse() {
		List<SearchHit> fused = RankFusion.fuse(
				List.of(List.of(text(this.naruto), text(this.bleach),
						new SearchHit(this.monster, Reason.EXACT_TITLE, "Monster", 0)), List.of(meaning(this.naruto))),
				10);
		assertThat(fused).extracting(SearchHit::anime).containsExactly(this.monster, this.naruto, this.bleach);
	}

	@Test
	void tellsTheReasonOfTheFirstRankingThatFoundIt() {
		SearchHit byTitle = new SearchHit(this.monster, Reason.SIMILAR_TITLE, "Monster", 0);
		assertThat(RankFusion.fuse(List.of(List.of(byTitle), List.of(meaning(this.monster))), 10)).singleElement()
			.returns(Reason.SIMILAR_TITLE, SearchHit::reason)
			.returns("Monster", SearchHit::matchedTitle);
	}

	@Test
	void ordersEqualsAlwaysTheSame() {
		List<SearchHit> one = RankFusion.fuse(List.of(List.of(text(this.monster)), List.of(text(this.bleach))), 10);
		List<SearchHit> other = RankFusion.fuse(List.of(List.of(text(this.bleach)), List.of(text(this.monster))), 10);
		assertThat(one).isEqualTo(other);
	}

	@Test
	void returnsNoMoreThanWasAskedFor() {
		assertThat(RankFusion.fuse(List.of(List.of(text(this.monster), text(this.naruto))), 1)).hasSize(1);
		assertThat(RankFusion.fuse(List.of(), 10)).isEmpty();
	}

	private static double score(List<SearchHit> hits, IndexedAnime anime) {
		return hits.stream().filter((hit) -> hit.anime().equals(anime)).findFirst().orElseThrow().score();
	}

	private static SearchHit text(IndexedAnime anime) {
		return new SearchHit(anime, Reason.TEXT, null, 0);
	}

	private static SearchHit meaning(IndexedAnime anime) {
		return new SearchHit(anime, Reason.MEANING, null, 0);
	}

}
