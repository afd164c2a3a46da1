package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.message.RetryableFailure;
import io.qdrant.client.QdrantClient;
import io.qdrant.client.grpc.Collections.AliasDescription;
import io.qdrant.client.grpc.Collections.AliasOperations;
import io.qdrant.client.grpc.Collections.CreateAlias;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.DeleteAlias;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.Modifier;
import io.qdrant.client.grpc.Collections.PayloadSchemaType;
import io.qdrant.client.grpc.Collections.QuantizationConfig;
import io.qdrant.client.grpc.Collections.QuantizationType;
import io.qdrant.client.grpc.Collections.ScalarQuantization;
import io.qdrant.client.grpc.Collections.SparseVectorConfig;
import io.qdrant.client.grpc.Collections.SparseVectorParams;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Collections.VectorParamsMap;
import io.qdrant.client.grpc.Collections.VectorsConfig;
import org.jspecify.annotations.Nullable;

/**
 * The collections of the index: {@code anime_v3_{model}_{dimension}_{generation}}. One
 * alias names the one that answers, another the one in the making, so that every instance
 * knows both.
 */
final class QdrantCollections {

	/** The generation that stands in for one of another form until it is rebuilt. */
	private static final int STAND_IN = 0;

	/** Its number is raised with every change of the fields of points. */
	private static final String FORM = "anime_v3_";

	private static final Map<String, PayloadSchemaType> INDEXES = indexes();

	private final QdrantClient client;

	private final String alias;

	private final String form;

	private final int dimension;

	QdrantCollections(QdrantClient client, QdrantSettings settings) {
		this.client = client;
		this.alias = settings.alias();
		this.dimension = settings.dimension();
		this.form = FORM + settings.model() + "_" + settings.dimension() + "_";
	}

	String alias() {
		return this.alias;
	}

	/**
	 * The collections that take changes. The first is made where there is none; one of
	 * another form is put away, which leaves an empty one in its place.
	 */
	Present present() {
		Map<String, String> aliases = aliases();
		String live = aliases.get(this.alias);
		if (live == null) {
			live = create(1);
			change(List.of(name(this.alias, live)));
		}
		else if (!live.startsWith(this.form)) {
			live = create(STAND_IN);
			change(List.of(forget(this.alias), name(this.alias, live)));
		}
		return new Present(live, aliases.get(next()));
	}

	/** Whether what answers lacks what was put away. */
	boolean standsIn() {
		return present().live().equals(this.form + STAND_IN);
	}

	/** Makes the next generation and removes what an earlier attempt left. */
	String begin() {
		Present present = present();
		if (present.next() != null) {
			giveUp(present.next());
		}
		int number = Integer.parseInt(present.live().substring(this.form.length())) + 1;
		remove(this.form + number);
		String begun = create(number);
		change(List.of(name(next(), begun)));
		return begun;
	}

	/** Lets a generation answer, in one step, and returns the one before. */
	String use(String begun) {
		String before = present().live();
		change(List.of(forget(this.alias), name(this.alias, begun), forget(next())));
		return before;
	}

	void giveUp(String begun) {
		change(List.of(forget(next())));
		remove(begun);
	}

	void remove(String collection) {
		if (QdrantCalls.answer(this.client.collectionExistsAsync(collection))) {
			QdrantCalls.answer(this.client.deleteCollectionAsync(collection));
		}
	}

	private String next() {
		return this.alias + "_next";
	}

	private Map<String, String> aliases() {
		Map<String, String> all = new HashMap<>();
		for (AliasDescription each : QdrantCalls.answer(this.client.listAliasesAsync())) {
			all.put(each.getAliasName(), each.getCollectionName());
		}
		return all;
	}

	/** Another instance may be doing the same. */
	private String create(int generation) {
		String collection = this.form + generation;
		if (!QdrantCalls.answer(this.client.collectionExistsAsync(collection))) {
			try {
				QdrantCalls.answer(this.client.createCollectionAsync(definition(collection)));
			}
			catch (RetryableFailure ex) {
				if (!QdrantCalls.answer(this.client.collectionExistsAsync(collection))) {
					throw ex;
				}
			}
		}
		INDEXES.forEach((field, type) -> QdrantCalls
			.answer(this.client.createPayloadIndexAsync(collection, field, type, null, true, null, null)));
		return collection;
	}

	private CreateCollection definition(String collection) {
		VectorParams meaning = VectorParams.newBuilder()
			.setSize(this.dimension)
			.setDistance(Distance.Cosine)
			.setOnDisk(true)
			.setQuantizationConfig(QuantizationConfig.newBuilder()
				.setScalar(ScalarQuantization.newBuilder().setType(QuantizationType.Int8).setAlwaysRam(true)))
			.build();
		SparseVectorParams byRarity = SparseVectorParams.newBuilder().setModifier(Modifier.Idf).build();
		SparseVectorParams plain = SparseVectorParams.getDefaultInstance();
		return CreateCollection.newBuilder()
			.setCollectionName(collection)
			.setOnDiskPayload(true)
			.setVectorsConfig(VectorsConfig.newBuilder()
				.setParamsMap(VectorParamsMap.newBuilder().putMap(QdrantPoints.MEANING, meaning)))
			.setSparseVectorsConfig(SparseVectorConfig.newBuilder()
				.putMap(SparseTexts.TEXT, byRarity)
				.putMap(SparseTexts.WORDS, byRarity)
				.putMap(SparseTexts.GRAMS, byRarity)
				.putMap(SparseTexts.BEGINS, plain)
				.putMap(SparseTexts.NEAR, plain))
			.build();
	}

	private static Map<String, PayloadSchemaType> indexes() {
		Map<String, PayloadSchemaType> all = new HashMap<>(Map.of(QdrantPoints.ENTITY, PayloadSchemaType.Keyword,
				QdrantPoints.LINKS, PayloadSchemaType.Keyword, QdrantPoints.RELATED, PayloadSchemaType.Keyword,
				QdrantPoints.NSFW, PayloadSchemaType.Bool, QdrantPoints.SHOWN, PayloadSchemaType.Bool,
				QdrantPoints.PRESENT, PayloadSchemaType.Bool, QdrantPoints.WAITS, PayloadSchemaType.Bool,
				QdrantPoints.VERSION, PayloadSchemaType.Integer, QdrantPoints.PROMINENCE, PayloadSchemaType.Float));
		for (AnimeField field : AnimeField.values()) {
			if (field != AnimeField.ID) {
				all.put(field.key(), switch (field.kind()) {
					case NAME, LABEL -> PayloadSchemaType.Keyword;
					case WHOLE -> PayloadSchemaType.Integer;
					case DECIMAL -> PayloadSchemaType.Float;
					case INSTANT -> PayloadSchemaType.Datetime;
				});
			}
		}
		for (AnimeOrder order : AnimeOrder.values()) {
			all.put(order.field(), PayloadSchemaType.Integer);
		}
		return Map.copyOf(all);
	}

	private void change(List<AliasOperations> operations) {
		QdrantCalls.answer(this.client.updateAliasesAsync(new ArrayList<>(operations)));
	}

	private static AliasOperations name(String alias, String collection) {
		return AliasOperations.newBuilder()
			.setCreateAlias(CreateAlias.newBuilder().setAliasName(alias).setCollectionName(collection))
			.build();
	}

	private static AliasOperations forget(String alias) {
		return AliasOperations.newBuilder().setDeleteAlias(DeleteAlias.newBuilder().setAliasName(alias)).build();
	}

	/**
	 * The collections that take changes.
	 *
	 * @param live the one that answers
	 * @param next the one in the making, if there is one
	 */
	record Present(String live, @Nullable String next) {

		List<String> all() {
			return (this.next != null) ? List.of(this.live, this.next) : List.of(this.live);
		}

	}

}
