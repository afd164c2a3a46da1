package io.mokuroku.search.index;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.qdrant.client.QdrantClient;
import io.qdrant.client.grpc.Points.FacetCounts;
import io.qdrant.client.grpc.Points.FacetValue;
import org.jspecify.annotations.Nullable;

/**
 * The words by which anime can be filtered, asked again when this process has changed the
 * index and, because others may have, after some time.
 */
final class QdrantVocabulary implements Supplier<Vocabulary> {

	private static final Duration HOLDS = Duration.ofSeconds(30);

	private static final int MOST = 20_000;

	private final QdrantClient client;

	private final String collection;

	private volatile @Nullable Known known;

	QdrantVocabulary(QdrantClient client, String collection) {
		this.client = client;
		this.collection = collection;
	}

	@Override
	public Vocabulary get() {
		Known latest = this.known;
		if (latest == null || System.nanoTime() - latest.since() > HOLDS.toNanos()) {
			long since = System.nanoTime();
			latest = new Known(new Vocabulary(values(AnimeField.SUBJECT), values(AnimeField.STUDIO)), since);
			this.known = latest;
		}
		return latest.words();
	}

	void forget() {
		this.known = null;
	}

	/** A value that was counted, as its field spells it. */
	static String written(FacetValue value) {
		return value.hasIntegerValue() ? Long.toString(value.getIntegerValue()) : value.getStringValue();
	}

	private Set<String> values(AnimeField field) {
		FacetCounts request = QdrantQueries.values(this.collection, AnimeFilter.NONE, field, MOST);
		return QdrantCalls.answer(this.client.facetAsync(request))
			.stream()
			.map((hit) -> written(hit.getValue()))
			.collect(Collectors.toSet());
	}

	/**
	 * What was found.
	 *
	 * @param words the words
	 * @param since when it was asked for, on the clock of this process
	 */
	private record Known(Vocabulary words, long since) {
	}

}
