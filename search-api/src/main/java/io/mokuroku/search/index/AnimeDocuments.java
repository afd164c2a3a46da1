package io.mokuroku.search.index;

import java.util.Collection;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import io.mokuroku.search.title.FoldedTitle;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Anime as Lucene documents.
 */
final class AnimeDocuments {

	static final String ID = "id";

	static final String SUBJECTS = "subjects";

	static final String SYNOPSIS = "synopsis";

	static final String VECTOR = "vector";

	static final String SHOWN = "shown";

	/** Not withdrawn, adult or not. */
	static final String PRESENT = "present";

	/** Present while the vector is missing or stale. */
	static final String WAITS = "waits";

	/** A subject as a whole, of what may be shown. */
	static final String SUBJECT = "subject";

	/** A studio as a whole, of what may be shown. */
	static final String STUDIO = "studio";

	/** The pages that identify it. */
	static final String LINK = "link";

	/** The pages of what it belongs with. */
	static final String RELATED = "related";

	/** Prominence in millionths, to sort by; as points, too, which make that fast. */
	static final String PROMINENCE = "prominence";

	static final String YES = "1";

	private static final double MILLIONTHS = 1e6;

	private static final String VERSION = "version";

	private static final String BODY = "body";

	private static final String TEXT_HASH = "text_hash";

	private static final String VECTOR_HASH = "vector_hash";

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private AnimeDocuments() {
	}

	static Document write(DocumentState state) {
		Document document = new Document();
		document.add(new StringField(ID, state.id().toString(), Field.Store.YES));
		document.add(new StoredField(VERSION, state.version()));
		IndexedAnime anime = state.anime();
		if (anime == null) {
			return document;
		}
		document.add(new StoredField(BODY, json(anime)));
		document.add(new StoredField(TEXT_HASH, Objects.requireNonNull(state.textHash())));
		long prominence = Math.round(anime.prominence() * MILLIONTHS);
		document.add(new NumericDocValuesField(PROMINENCE, prominence));
		document.add(new LongPoint(PROMINENCE, prominence));
		if (anime.shown()) {
			addAll(document, SUBJECT, anime.subjects());
			addAll(document, STUDIO, anime.studios());
		}
		addAll(document, LINK, anime.links());
		addAll(document, RELATED, anime.related());
		if (anime.shown()) {
			document.add(new StringField(SHOWN, YES, Field.Store.NO));
		}
		if (anime.present()) {
			document.add(new StringField(PRESENT, YES, Field.Store.NO));
			addFields(document, anime);
		}
		if (state.waitsForVector()) {
			document.add(new StringField(WAITS, YES, Field.Store.NO));
		}
		addTexts(document, anime);
		if (state.vector() != null && state.vectorHash() != null) {
			document.add(new KnnFloatVectorField(VECTOR, state.vector(), VectorSimilarityFunction.DOT_PRODUCT));
			document.add(new StoredField(VECTOR_HASH, state.vectorHash()));
		}
		return document;
	}

	/** The field that an anime is filtered by. */
	static String filter(AnimeField field) {
		return (field == AnimeField.ID) ? ID : "filter_" + field.key();
	}

	/** The field that anime are counted by. */
	static String counted(AnimeField field) {
		return "counted_" + field.key();
	}

	/** The prominence that was stored in its field. */
	static double prominence(long stored) {
		return stored / MILLIONTHS;
	}

	static IndexedAnime read(Document stored) {
		return Objects.requireNonNull(findAnime(stored), "A withdrawn anime has no content");
	}

	static DocumentState read(Document stored, float @Nullable [] vector) {
		return new DocumentState(AnimeId.of(stored.get(ID)), stored.getField(VERSION).numericValue().longValue(),
				findAnime(stored), stored.get(TEXT_HASH), vector, stored.get(VECTOR_HASH));
	}

	/** An anime as it is stored, to be read with {@link #anime}. */
	static byte[] json(IndexedAnime anime) {
		return MAPPER.writeValueAsBytes(anime);
	}

	static IndexedAnime anime(byte[] json) {
		return MAPPER.readValue(json, IndexedAnime.class);
	}

	private static @Nullable IndexedAnime findAnime(Document stored) {
		BytesRef body = stored.getBinaryValue(BODY);
		return (body != null) ? MAPPER.readValue(body.bytes, body.offset, body.length, IndexedAnime.class) : null;
	}

	private static void addTexts(Document document, IndexedAnime anime) {
		TitleFields.add(document, anime.titles().all().stream().map(FoldedTitle::of).toList());
		anime.subjects().forEach((subject) -> document.add(new TextField(SUBJECTS, subject, Field.Store.NO)));
		anime.studios().forEach((studio) -> document.add(new TextField(SUBJECTS, studio, Field.Store.NO)));
		if (anime.synopsis() != null) {
			document.add(new TextField(SYNOPSIS, anime.synopsis(), Field.Store.NO));
		}
	}

	private static void addFields(Document document, IndexedAnime anime) {
		for (AnimeField field : AnimeField.values()) {
			Number number = field.number(anime);
			if (number != null) {
				document.add(new DoubleField(filter(field), number.doubleValue(), Field.Store.NO));
			}
			if (field != AnimeField.ID) {
				addAll(document, filter(field), field.words(anime));
			}
			if (field.counted()) {
				field.counts(anime)
					.forEach((value) -> document.add(new SortedSetDocValuesField(counted(field), new BytesRef(value))));
			}
		}
		for (AnimeOrder order : AnimeOrder.values()) {
			document.add(new NumericDocValuesField(order.field(), order.key(anime)));
			document.add(new LongPoint(order.field(), order.key(anime)));
		}
	}

	private static void addAll(Document document, String field, Collection<String> values) {
		values.forEach((value) -> document.add(new StringField(field, value, Field.Store.NO)));
	}

}
