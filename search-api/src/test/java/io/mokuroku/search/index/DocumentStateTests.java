package io.mokuroku.search.index;

import io.mokuroku.search.Shows;
import io.mokuroku.search.projection.EmbeddingText;
import io.mokuroku.search.projection.IndexedAnime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class DocumentStateTests {

	private static final float[] VECTOR = { 1, 0 };

	private final IndexedAnime first = Shows.aShow(19, "Monster");

	private final DocumentState unknown = DocumentState.unknown(this.first.id());

	private final DocumentState put = this.unknown.after(new IndexChange.Put(this.first));

	private final DocumentState embedded = this.put.after(embed(this.first));

	@Test
	void takesAFirstStateAndWaitsForItsVector() {
		assertThat(this.put.anime()).isEqualTo(this.first);
		assertThat(this.put.version()).isEqualTo(1);
		assertThat(this.put.waitsForVector()).isTrue();
		assertThat(this.embedded.waitsForVector()).isFalse();
	}

	@Test
	void isNotChangedByWhatIsNotNewer() {
		DocumentState third = this.unknown.after(new IndexChange.Put(Shows.version(3, this.first)));
		assertThat(third.after(new IndexChange.Put(Shows.version(2, this.first)))).isSameAs(third);
		assertThat(third.after(new IndexChange.Put(Shows.version(3, Shows.aShow(19, "Other"))))).isSameAs(third);
		assertThat(third.after(new IndexChange.Withdraw(this.first.id(), 3))).isSameAs(third);
		assertThat(this.unknown.after(new IndexChange.Forget(this.first.id()))).isSameAs(this.unknown);
	}

	@Test
	void keepsItsVectorWhileItsTextStays() {
		DocumentState rated = this.embedded
			.after(new IndexChange.Put(Shows.version(2, Shows.aShow(19, "Monster", (change) -> change.episodes = 74))));
		assertThat(rated.vector()).isSameAs(VECTOR);
		assertThat(rated.waitsForVector()).isFalse();
	}

	@Test
	void waitsForANewVectorOnceItsTextChanges() {
		DocumentState retold = this.embedded.after(new IndexChange.Put(
				Shows.version(2, Shows.aShow(19, "Monster", (change) -> change.synopsis = "A surgeon."))));
		assertThat(retold.vector()).as("better an old one than none").isSameAs(VECTOR);
		assertThat(retold.waitsForVector()).isTrue();
		assertThat(retold.after(embed(this.first))).as("made from the old text").isSameAs(retold);
	}

	@Test
	void keepsNothingOfAWithdrawnAnimeButItsVersion() {
		DocumentState withdrawn = this.embedded.after(new IndexChange.Withdraw(this.first.id(), 5));
		assertThat(withdrawn).isEqualTo(new DocumentState(this.first.id(), 5, null, null, null, null));
		assertThat(withdrawn.after(new IndexChange.Put(Shows.version(4, this.first)))).isSameAs(withdrawn);
		assertThat(withdrawn.after(new IndexChange.Put(Shows.version(6, this.first))).anime()).isNotNull();
		assertThat(withdrawn.after(embed(this.first))).isSameAs(withdrawn);
	}

	@Test
	void startsAnewOnceForgotten() {
		DocumentState forgotten = this.unknown.after(new IndexChange.Put(Shows.version(9, this.first)))
			.after(new IndexChange.Forget(this.first.id()));
		assertThat(forgotten).isEqualTo(this.unknown);
		assertThat(forgotten.after(new IndexChange.Put(this.first)).version()).isEqualTo(1);
	}

	@Test
	void needsNoVectorWhereNoAnswerShowsIt() {
		IndexedAnime adult = Shows.aShow(19, "Monster", (change) -> change.adult = true);
		assertThat(this.unknown.after(new IndexChange.Put(adult)).waitsForVector()).isFalse();
	}

	private static IndexChange embed(IndexedAnime anime) {
		return new IndexChange.Embed(anime.id(), EmbeddingText.of(anime).hash(), VECTOR);
	}

}
