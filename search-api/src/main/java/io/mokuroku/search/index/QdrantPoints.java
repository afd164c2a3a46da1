package io.mokuroku.search.index;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import io.qdrant.client.PointIdFactory;
import io.qdrant.client.ValueFactory;
import io.qdrant.client.VectorFactory;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.Vector;
import io.qdrant.client.grpc.Points.VectorOutput;
import io.qdrant.client.grpc.Points.Vectors;
import org.jspecify.annotations.Nullable;

/**
 * Anime as points of Qdrant: the state in the payload, what finds it in vectors.
 */
final class QdrantPoints {

	/** The dense vector, of what an anime is about. */
	static final String MEANING = "meaning";

	static final String VERSION = "version";

	static final String SHOWN = "shown";

	/** Not withdrawn, adult or not. */
	static final String PRESENT = "present";

	/** True while the vector is missing or stale. */
	static final String WAITS = "waits";

	static final String ENTITY = "entity_type";

	static final String NSFW = "nsfw";

	static final String PROMINENCE = "prominence";

	/** The pages that identify it. */
	static final String LINKS = "links";

	/** The pages of what it belongs with. */
	static final String RELATED = "related";

	/** Folded titles as they are written in one line, one a line, in their order. */
	static final String TITLES = "titles";

	static final String BODY = "body";

	private static final String TEXT_HASH = "text_hash";

	private static final String VECTOR_HASH = "vector_hash";

	private QdrantPoints() {
	}

	static PointId id(AnimeId id) {
		return PointIdFactory.id(id.value());
	}

	static Map<String, Value> payload(DocumentState state) {
		Map<String, Value> payload = new HashMap<>();
		payload.put(ENTITY, ValueFactory.value("anime"));
		payload.put(VERSION, ValueFactory.value(state.version()));
		payload.put(SHOWN, ValueFactory.value(false));
		payload.put(PRESENT, ValueFactory.value(false));
		payload.put(WAITS, ValueFactory.value(state.waitsForVector()));
		IndexedAnime anime = state.anime();
		if (anime == null) {
			return payload;
		}
		payload.put(SHOWN, ValueFactory.value(anime.shown()));
		payload.put(PRESENT, ValueFactory.value(anime.present()));
		payload.put(BODY, ValueFactory.value(new String(AnimeDocuments.json(anime), StandardCharsets.UTF_8)));
		payload.put(TEXT_HASH, ValueFactory.value(Objects.requireNonNull(state.textHash())));
		if (state.vector() != null && state.vectorHash() != null) {
			payload.put(VECTOR_HASH, ValueFactory.value(state.vectorHash()));
		}
		payload.put(NSFW, ValueFactory.value(anime.adult()));
		payload.put(PROMINENCE, ValueFactory.value(anime.prominence()));
		addFields(payload, anime);
		payload.put(LINKS, strings(anime.links()));
		payload.put(RELATED, strings(anime.related()));
		payload.put(TITLES,
				ValueFactory.value(TitleFields.written(anime.titles().all().stream().map(FoldedTitle::of).toList())));
		return payload;
	}

	private static void addFields(Map<String, Value> payload, IndexedAnime anime) {
		for (AnimeField field : AnimeField.values()) {
			Number number = field.number(anime);
			if (number != null) {
				payload.put(field.key(), value(field, number));
			}
			else if (field != AnimeField.ID && !field.kind().number()) {
				payload.put(field.key(), strings(field.words(anime)));
			}
		}
		for (AnimeOrder order : AnimeOrder.values()) {
			payload.put(order.field(), ValueFactory.value(order.key(anime)));
		}
	}

	private static Value value(AnimeField field, Number number) {
		return switch (field.kind()) {
			case INSTANT -> ValueFactory.value(Instant.ofEpochSecond(number.longValue()).toString());
			case DECIMAL -> ValueFactory.value(number.doubleValue());
			case NAME, LABEL, WHOLE -> ValueFactory.value(number.longValue());
		};
	}

	static Vectors vectors(DocumentState state, SparseTexts texts) {
		Map<String, Vector> all = new HashMap<>();
		if (state.anime() != null) {
			texts.of(state.anime()).forEach((name, terms) -> all.put(name, sparse(terms)));
			if (state.vector() != null && state.vectorHash() != null) {
				all.put(MEANING, VectorFactory.vector(state.vector()));
			}
		}
		return VectorsFactory.namedVectors(all);
	}

	static DocumentState read(RetrievedPoint point) {
		Map<String, Value> payload = point.getPayloadMap();
		VectorOutput vector = point.getVectors().getVectors().getVectorsMap().get(MEANING);
		Value body = payload.get(BODY);
		return new DocumentState(id(point.getId()), number(payload, VERSION), (body != null) ? anime(body) : null,
				text(payload, TEXT_HASH), (vector != null) ? dense(vector) : null, text(payload, VECTOR_HASH));
	}

	static AnimeId id(PointId id) {
		return AnimeId.of(id.getUuid());
	}

	static IndexedAnime anime(Map<String, Value> payload) {
		return anime(Objects.requireNonNull(payload.get(BODY), "A withdrawn anime has no content"));
	}

	static List<FoldedTitle> titles(Map<String, Value> payload) {
		return TitleFields.titles(Objects.requireNonNullElse(text(payload, TITLES), ""));
	}

	static double prominence(Map<String, Value> payload) {
		Value known = payload.get(PROMINENCE);
		return (known != null) ? known.getDoubleValue() : 0;
	}

	/** A dense vector that was read; older servers put its numbers elsewhere. */
	@SuppressWarnings("deprecation")
	static float[] dense(VectorOutput vector) {
		List<Float> numbers = vector.hasDense() ? vector.getDense().getDataList() : vector.getDataList();
		float[] dense = new float[numbers.size()];
		for (int i = 0; i < dense.length; i++) {
			dense[i] = numbers.get(i);
		}
		return dense;
	}

	private static Vector sparse(Map<Integer, Float> terms) {
		return VectorFactory.vector(new ArrayList<>(terms.values()), new ArrayList<>(terms.keySet()));
	}

	private static IndexedAnime anime(Value body) {
		return AnimeDocuments.anime(body.getStringValue().getBytes(StandardCharsets.UTF_8));
	}

	private static long number(Map<String, Value> payload, String field) {
		Value value = payload.get(field);
		return (value != null) ? value.getIntegerValue() : 0;
	}

	private static @Nullable String text(Map<String, Value> payload, String field) {
		Value value = payload.get(field);
		return (value != null) ? value.getStringValue() : null;
	}

	private static Value strings(Collection<String> values) {
		return ValueFactory.list(values.stream().map(ValueFactory::value).toList());
	}

}
