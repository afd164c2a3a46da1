package io.mokuroku.search.index;

import java.util.List;

import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.index.RebuildableIndex.NextGeneration;
import io.mokuroku.search.projection.IndexedAnime;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.grpc.Collections.ChangeAliases;
import io.qdrant.client.grpc.Collections.CreateCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

final class QdrantGenerationsTests {

	private final LoopbackQdrant server = new LoopbackQdrant();

	private QdrantAnimeIndex index;

	@BeforeEach
	void open() {
		this.index = TestIndexes.openQdrant("localhost", this.server.port());
	}

	@AfterEach
	void close() {
		this.index.close();
		this.server.close();
	}

	@Test
	void movesTheAliasInOneStepAndRemovesTheGenerationBefore() {
		IndexedAnime one = version(9, aShow(1, "One"));
		TestIndexes.put(this.index, one, aShow(2, "Two"));
		TestIndexes.embed(this.index, one, 0, 1);
		try (NextGeneration next = this.index.begin()) {
			assertThat(this.server.aliases()).containsEntry("contract", "anime_v3_contract_2_1")
				.containsEntry("contract_next", "anime_v3_contract_2_2");
			next.add(List.of(new IndexChange.Put(version(3, one))));
			assertThat(this.index.counts().documents()).isEqualTo(2);
			this.server.forgetRequests();
			next.takeOver();
		}
		assertThat(this.server.requests(ChangeAliases.class)).singleElement()
			.satisfies((change) -> assertThat(change.getActionsCount()).isEqualTo(3));
		assertThat(this.server.aliases()).containsOnlyKeys("contract");
		assertThat(this.server.collections()).containsExactly("anime_v3_contract_2_2");
		assertThat(this.index.counts()).isEqualTo(new IndexCounts(1, 1, 1, 0, null));
		assertThat(this.index.find(one.id())).hasValueSatisfying((now) -> assertThat(now.version()).isEqualTo(3));
	}

	@Test
	void keepsWhatChangesMeanwhileWhicheverInstanceTakesItIn() {
		TestIndexes.put(this.index, aShow(1, "One"));
		QdrantAnimeIndex other = TestIndexes.openQdrant("localhost", this.server.port());
		try (NextGeneration next = this.index.begin()) {
			TestIndexes.put(other, version(5, aShow(1, "Five")));
			next.add(List.of(new IndexChange.Put(aShow(1, "One"))));
			next.takeOver();
		}
		finally {
			other.close();
		}
		assertThat(this.index.listed(AnimeFilter.NONE, 5)).extracting(IndexedAnime::version).containsExactly(5L);
	}

	@Test
	void forgetsInTheNextGenerationWhatCameIntoItAfterItHadGone() {
		IndexedAnime one = aShow(1, "One");
		TestIndexes.put(this.index, one);
		try (NextGeneration next = this.index.begin()) {
			IndexChange gone = new IndexChange.Forget(one.id());
			this.index.apply(List.of(gone));
			next.add(List.of(new IndexChange.Put(one), new IndexChange.Put(aShow(2, "Two"))));
			next.add(List.of(gone));
			next.takeOver();
		}
		assertThat(this.index.listed(AnimeFilter.NONE, 5)).extracting((anime) -> anime.titles().main())
			.containsExactly("Two");
	}

	@Test
	void leavesTheOldGenerationWhereARebuildIsGivenUp() {
		TestIndexes.put(this.index, aShow(1, "One"));
		try (NextGeneration next = this.index.begin()) {
			next.add(List.of(new IndexChange.Put(aShow(2, "Two"))));
			assertThatIllegalStateException().isThrownBy(this.index::begin);
		}
		assertThat(this.server.collections()).containsExactly("anime_v3_contract_2_1");
		assertThat(this.server.aliases()).containsOnlyKeys("contract");
		assertThat(this.index.listed(AnimeFilter.NONE, 5)).hasSize(1);
	}

	@Test
	void beginsAnewWhereAnotherProcessLeftOff() {
		TestIndexes.put(this.index, aShow(1, "One"));
		QdrantAnimeIndex crashed = TestIndexes.openQdrant("localhost", this.server.port());
		crashed.begin().add(List.of(new IndexChange.Put(aShow(2, "Two"))));
		crashed.close();
		try (NextGeneration next = this.index.begin()) {
			next.takeOver();
		}
		assertThat(this.index.counts().documents()).isZero();
		assertThat(this.server.collections()).containsExactly("anime_v3_contract_2_2");
	}

	@Test
	void answersFromTheOldGenerationWhereTheAliasCannotBeMoved() {
		TestIndexes.put(this.index, aShow(1, "One"));
		try (NextGeneration next = this.index.begin()) {
			this.server.refuse(ChangeAliases.class);
			assertThatExceptionOfType(RetryableFailure.class).isThrownBy(next::takeOver);
			this.server.refuse();
		}
		assertThat(this.index.listed(AnimeFilter.NONE, 5)).hasSize(1);
	}

	@Test
	void putsAwayVectorsOfAnotherModelUntilItIsRebuilt() {
		QdrantSettings old = TestIndexes.qdrant("localhost", this.server.port(), "older", 3);
		try (QdrantClient client = QdrantCalls.client(old)) {
			new QdrantCollections(client, old).present();
		}
		assertThat(this.index.outdated()).isTrue();
		TestIndexes.put(this.index, aShow(1, "One"));
		assertThat(this.index.outdated()).as("nothing was rebuilt").isTrue();
		try (NextGeneration next = this.index.begin()) {
			next.takeOver();
		}
		assertThat(this.index.outdated()).isFalse();
		assertThat(this.server.collections()).containsExactlyInAnyOrder("anime_v3_older_3_1", "anime_v3_contract_2_1");
		assertThat(this.server.requests(CreateCollection.class)).hasSize(3);
	}

}
