package io.mokuroku.search.index;

import java.util.List;
import java.util.Set;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.message.RetryableFailure;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.ListAliasesRequest;
import io.qdrant.client.grpc.Collections.Modifier;
import io.qdrant.client.grpc.Collections.QuantizationType;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Common.Filter;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.Direction;
import io.qdrant.client.grpc.Points.FacetCounts;
import io.qdrant.client.grpc.Points.FieldType;
import io.qdrant.client.grpc.Points.Fusion;
import io.qdrant.client.grpc.Points.GetPoints;
import io.qdrant.client.grpc.Points.PrefetchQuery;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.UpdateBatchPoints;
import io.qdrant.client.grpc.Points.UpdateMode;
import io.qdrant.client.grpc.Points.WriteOrderingType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.mokuroku.search.Shows.aShow;
import static io.mokuroku.search.Shows.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What Qdrant is asked, word by word.
 */
final class QdrantRequestsTests {

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
	void makesTheCollectionAtFirstUseAndNamesItByAnAlias() {
		assertThat(this.server.requests(CreateCollection.class)).isEmpty();
		assertThat(this.index.counts().documents()).isZero();
		CreateCollection made = this.server.requests(CreateCollection.class).getFirst();
		assertThat(made.getCollectionName()).isEqualTo("anime_v3_contract_2_1");
		assertThat(made.getOnDiskPayload()).isTrue();
		VectorParams meaning = made.getVectorsConfig().getParamsMap().getMapOrThrow("meaning");
		assertThat(meaning.getSize()).isEqualTo(2);
		assertThat(meaning.getQuantizationConfig().getScalar().getType()).isEqualTo(QuantizationType.Int8);
		assertThat(made.getSparseVectorsConfig().getMapMap()).hasEntrySatisfying("text",
				(sparse) -> assertThat(sparse.getModifier()).isEqualTo(Modifier.Idf));
		assertThat(made.getSparseVectorsConfig().getMapMap()).containsOnlyKeys("text", "title_words", "title_grams",
				"title_begins", "title_near");
		assertThat(this.server.requests(CreateFieldIndexCollection.class)).allMatch(CreateFieldIndexCollection::getWait)
			.extracting(CreateFieldIndexCollection::getFieldName)
			.containsExactlyInAnyOrder("entity_type", "type", "status", "season", "rating", "source_material",
					"country", "providers", "genres", "themes", "demographics", "tags", "content_warnings", "lifecycle",
					"subjects", "studios", "links", "related", "nsfw", "shown", "present", "waits", "year", "episodes",
					"duration_seconds", "votes", "members", "version", "score", "score_mean", "aired_from",
					"next_air_at", "added_at", "prominence", "order_prominence", "order_score", "order_popularity",
					"order_newest", "order_next_airing", "order_added");
		assertThat(this.server.requests(CreateFieldIndexCollection.class))
			.filteredOn((index) -> index.getFieldType() == FieldType.FieldTypeDatetime)
			.extracting(CreateFieldIndexCollection::getFieldName)
			.containsExactlyInAnyOrder("aired_from", "next_air_at", "added_at");
		assertThat(this.server.aliases()).containsEntry("contract", "anime_v3_contract_2_1");
		assertThat(this.server.requests(CountPoints.class)).hasSize(3).allMatch(CountPoints::getExact);
	}

	@Test
	void writesOnlyOverOlderVersions() {
		IndexedAnime monster = version(7, aShow(19, "Monster"));
		TestIndexes.put(this.index, monster);
		UpdateBatchPoints written = this.server.requests(UpdateBatchPoints.class).getFirst();
		assertThat(written.getWait()).isTrue();
		assertThat(written.getOrdering().getType()).isEqualTo(WriteOrderingType.Strong);
		assertThat(written.getOperations(0).getUpsert().getUpdateFilter())
			.isEqualTo(QdrantFilters.olderThan(monster.id(), 7));
		assertThat(written.getOperations(0).getUpsert().getPoints(0).getPayloadMap()).containsKeys("entity_type",
				"version", "shown", "nsfw", "type", "status", "lifecycle", "subjects", "studios", "titles", "body",
				"text_hash");
		GetPoints read = this.server.requests(GetPoints.class).getFirst();
		assertThat(read.getWithVectors().getInclude().getNamesList()).containsExactly("meaning");
	}

	@Test
	void addsVectorsOnlyToTheVersionTheyWereMadeFor() {
		IndexedAnime monster = version(7, aShow(19, "Monster"));
		TestIndexes.put(this.index, monster);
		this.server.forgetRequests();
		TestIndexes.embed(this.index, monster, 0, 1);
		var upsert = this.server.requests(UpdateBatchPoints.class).getFirst().getOperations(0).getUpsert();
		assertThat(upsert.getUpdateMode()).isEqualTo(UpdateMode.UpdateOnly);
		assertThat(upsert.getUpdateFilter()).isEqualTo(QdrantFilters.at(monster.id(), 7));
		assertThat(upsert.getPoints(0).getVectors().getVectors().getVectorsMap()).containsKey("meaning");
	}

	@Test
	void replacesThePayloadAloneWhereNoVectorChanges() {
		IndexedAnime monster = aShow(19, "Monster");
		TestIndexes.put(this.index, monster);
		TestIndexes.embed(this.index, monster, 0, 1);
		this.server.forgetRequests();
		TestIndexes.put(this.index, version(2, monster));
		UpdateBatchPoints written = this.server.requests(UpdateBatchPoints.class).getFirst();
		assertThat(written.getOperations(0).getOverwritePayload().getPointsSelector().getFilter())
			.isEqualTo(QdrantFilters.at(monster.id(), 1));
		assertThat(written.getOperations(1).getUpsert().getUpdateFilter())
			.isEqualTo(QdrantFilters.olderThan(monster.id(), 2));
		assertThat(this.index.find(monster.id())).hasValueSatisfying((now) -> assertThat(now.version()).isEqualTo(2));
		assertThat(this.index.findVector(monster.id())).isPresent();
	}

	@Test
	void forgetsNoStateThatIsNewerThanTheOneItRead() {
		IndexedAnime monster = version(7, aShow(19, "Monster"));
		TestIndexes.put(this.index, monster);
		this.server.forgetRequests();
		this.index.apply(List.of(new IndexChange.Forget(monster.id())));
		assertThat(this.server.requests(UpdateBatchPoints.class)
			.getFirst()
			.getOperations(0)
			.getDeletePoints()
			.getPoints()
			.getFilter()).isEqualTo(QdrantFilters.upTo(monster.id(), 7));
	}

	@Test
	void writesNothingThatIsOlderOrTheSame() {
		TestIndexes.put(this.index, version(7, aShow(19, "Monster")));
		this.server.forgetRequests();
		TestIndexes.put(this.index, version(7, aShow(19, "Monster")), version(3, aShow(19, "Monster")));
		assertThat(this.server.requests(UpdateBatchPoints.class)).isEmpty();
	}

	@Test
	void namesCandidatesByFiveRankingsInOneRequest() {
		this.index.named(FoldedTitle.of("Attack on Titan"), AnimeFilter.NONE, 50);
		QueryPoints asked = this.server.requests(QueryPoints.class).getFirst();
		assertThat(asked.getCollectionName()).isEqualTo("contract");
		assertThat(asked.getQuery().getFusion()).isEqualTo(Fusion.RRF);
		assertThat(asked.getPrefetchList()).extracting(PrefetchQuery::getUsing)
			.containsExactly("title_begins", "title_begins", "title_words", "title_grams", "title_near");
		assertThat(asked.getPrefetchList())
			.allMatch((each) -> each.getFilter().equals(QdrantFilters.shown(AnimeFilter.NONE)));
		assertThat(asked.getLimit()).isEqualTo(450);
		this.index.beginning(FoldedTitle.of("att"), 7);
		assertThat(this.server.requests(QueryPoints.class).getLast().getPrefetchList()).hasSize(3)
			.allMatch((each) -> each.getLimit() == 7);
	}

	@Test
	void asksForWordsMeaningLinksAndFiltersAsTheyAreIndexed() {
		this.index.about("tunnels and dreams", AnimeFilter.NONE, 5);
		QueryPoints about = this.server.requests(QueryPoints.class).getLast();
		assertThat(about.getUsing()).isEqualTo("text");
		assertThat(about.getQuery().getNearest().getSparse().getIndicesCount()).isEqualTo(2);
		this.index.nearest(new float[] { 1, 0 }, AnimeFilter.NONE, 5);
		QueryPoints nearest = this.server.requests(QueryPoints.class).getLast();
		assertThat(nearest.getUsing()).isEqualTo("meaning");
		assertThat(nearest.getParams().getQuantization().getRescore()).isTrue();
		this.index.linked(List.of("MYANIMELIST#1"), 5);
		assertThat(this.server.requests(QueryPoints.class).getLast().getFilter().getShouldCount()).isEqualTo(2);
		this.index.withoutVector(5);
		QueryPoints waiting = this.server.requests(QueryPoints.class).getLast();
		assertThat(waiting.getQuery().getOrderBy().getKey()).isEqualTo("prominence");
		assertThat(waiting.getQuery().getOrderBy().getDirection()).isEqualTo(Direction.Desc);
		this.index.vocabulary();
		this.index.vocabulary();
		assertThat(this.server.requests(FacetCounts.class)).extracting(FacetCounts::getKey)
			.containsExactly("subjects", "studios");
	}

	@Test
	void putsEveryFilterIntoConditions() {
		Filter all = QdrantFilters.shown(AnimeFilter.of((asked) -> {
			asked.types = Set.of(AnimeType.TV);
			asked.statuses = Set.of(AiringStatus.FINISHED);
			asked.seasons = Set.of(Season.FALL);
			asked.years = Bounds.of(2006);
			asked.episodes = new Bounds(null, 12.0);
			asked.scores = new Bounds(8.0, null);
			asked.subjects = Set.of("mystery");
			asked.studios = Set.of("madhouse");
			asked.withoutSubjects = Set.of("harem");
			asked.withoutStudios = Set.of("nobody");
			asked.without = Set.of(aShow(1, "One").id());
		}));
		assertThat(all.getMustList()).extracting((condition) -> condition.getField().getKey())
			.containsExactly("shown", "type", "status", "season", "studios", "year", "episodes", "score_mean",
					"subjects");
		assertThat(all.getMust(6).getField().getRange().hasGte()).isFalse();
		assertThat(all.getMust(7).getField().getRange().getGte()).isEqualTo(8);
		assertThat(all.getMustNotCount()).isEqualTo(3);
		assertThat(all.getMustNot(2).getHasId().getHasIdCount()).isEqualTo(1);
	}

	@Test
	void putsAlternativesAndInstantsIntoConditions() {
		Filter all = QdrantFilters.shown(AnimeFilter.of((asked) -> {
			asked.adult = true;
			asked.should(List.of(new AnimeCondition.OneOf(AnimeField.GENRE, Set.of("drama")),
					new AnimeCondition.Not(new AnimeCondition.OneOf(AnimeField.TYPE, Set.of("TV")))));
			asked.must(new AnimeCondition.Between(AnimeField.NEXT_AIRING, new Bounds(1_000.0, null)));
		}));
		assertThat(all.getMust(0).getField().getKey()).isEqualTo("present");
		assertThat(all.getMust(1).getFilter().getShouldList()).hasSize(2)
			.element(1)
			.satisfies((other) -> assertThat(other.getFilter().getMustNotCount()).isEqualTo(1));
		assertThat(all.getMust(2).getField().getDatetimeRange().getGte().getSeconds()).isEqualTo(1_000);
	}

	@Test
	void listsByKeysFromAPlaceOnAndCountsValuesExactly() {
		AnimeOrder.Place place = AnimeOrder.SCORE.place(aShow(1, "One"));
		this.index.listed(AnimeFilter.NONE, AnimeOrder.SCORE, place, 5);
		QueryPoints asked = this.server.requests(QueryPoints.class).getLast();
		assertThat(asked.getQuery().getOrderBy().getKey()).isEqualTo("order_score");
		assertThat(asked.getQuery().getOrderBy().getDirection()).isEqualTo(Direction.Desc);
		assertThat(asked.getQuery().getOrderBy().getStartFrom().getInteger()).isEqualTo(place.key());
		this.index.values(AnimeFilter.NONE, AnimeField.YEAR, 7);
		FacetCounts counted = this.server.requests(FacetCounts.class).getLast();
		assertThat(counted.getKey()).isEqualTo("year");
		assertThat(counted.getLimit()).isEqualTo(7);
		assertThat(counted.getExact()).isTrue();
		assertThat(counted.getFilter()).isEqualTo(QdrantFilters.shown(AnimeFilter.NONE));
	}

	@Test
	void failsSoThatItIsTriedAgain() {
		this.index.counts();
		this.server.refuse(QueryPoints.class, UpdateBatchPoints.class);
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> this.index.listed(AnimeFilter.NONE, 1));
		assertThatExceptionOfType(RetryableFailure.class)
			.isThrownBy(() -> TestIndexes.put(this.index, aShow(1, "One")));
		this.server.refuse();
		TestIndexes.put(this.index, aShow(1, "One"));
		assertThat(this.index.listed(AnimeFilter.NONE, 1)).hasSize(1);
	}

	@Test
	void startsWithoutQdrantAndWorksOnceItIsThere() {
		this.server.refuse(ListAliasesRequest.class);
		assertThat(this.index.outdated()).isFalse();
		assertThatExceptionOfType(RetryableFailure.class).isThrownBy(this.index::counts);
		this.server.refuse();
		assertThat(this.index.counts().documents()).isZero();
	}

}
