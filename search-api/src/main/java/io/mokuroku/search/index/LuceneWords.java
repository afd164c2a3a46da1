package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words that a state of the index has, read when they are first asked for and kept
 * until there is another state.
 */
final class LuceneWords {

	private volatile @Nullable Known known;

	/** The words by which anime can be filtered. */
	Vocabulary vocabulary(IndexReader reader) {
		Known of = known(reader);
		Vocabulary vocabulary = of.vocabulary;
		if (vocabulary == null) {
			vocabulary = new Vocabulary(terms(reader, AnimeDocuments.SUBJECT), terms(reader, AnimeDocuments.STUDIO));
			of.vocabulary = vocabulary;
		}
		return vocabulary;
	}

	/** The values of a field, numbered over all segments. */
	StringDocValuesReaderState values(IndexReader reader, AnimeField field) {
		return known(reader).values.computeIfAbsent(field, (each) -> {
			try {
				return new StringDocValuesReaderState(reader, AnimeDocuments.counted(each));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	private Known known(IndexReader reader) {
		Known latest = this.known;
		if (latest == null || !latest.reader.equals(reader)) {
			latest = new Known(reader);
			this.known = latest;
		}
		return latest;
	}

	private static Set<String> terms(IndexReader reader, String field) {
		try {
			Set<String> all = new LinkedHashSet<>();
			for (LeafReaderContext leaf : reader.leaves()) {
				Terms terms = leaf.reader().terms(field);
				TermsEnum each = (terms != null) ? terms.iterator() : TermsEnum.EMPTY;
				for (BytesRef term = each.next(); term != null; term = each.next()) {
					all.add(term.utf8ToString());
				}
			}
			return all;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What has been read of one state. */
	private static final class Known {

		private final IndexReader reader;

		private final Map<AnimeField, StringDocValuesReaderState> values = new ConcurrentHashMap<>();

		private volatile @Nullable Vocabulary vocabulary;

		Known(IndexReader reader) {
			this.reader = reader;
		}

	}

}
