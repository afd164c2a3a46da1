package io.mokuroku.search.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.search.projection.IndexedAnime;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * What Lucene answers as it comes: BM25 over one field with all titles of an anime, any
 * word of the question.
 */
final class Bm25Baseline implements Ranking {

	private static final String TITLES = "titles";

	private static final String ID = "id";

	private final Analyzer analyzer = new StandardAnalyzer();

	private final IndexSearcher searcher;

	Bm25Baseline(Collection<IndexedAnime> anime) throws IOException {
		ByteBuffersDirectory directory = new ByteBuffersDirectory();
		try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(this.analyzer))) {
			for (IndexedAnime each : anime) {
				Document document = new Document();
				document.add(new StringField(ID, each.id().toString(), Field.Store.YES));
				each.titles().all().forEach((title) -> document.add(new TextField(TITLES, title, Field.Store.NO)));
				writer.addDocument(document);
			}
		}
		this.searcher = new IndexSearcher(DirectoryReader.open(directory));
	}

	@Override
	public List<AnimeId> answer(String question, int most) {
		Query query = new QueryBuilder(this.analyzer).createBooleanQuery(TITLES, question);
		List<AnimeId> found = new ArrayList<>();
		try {
			if (query != null) {
				for (ScoreDoc hit : this.searcher.search(query, most).scoreDocs) {
					found.add(AnimeId.of(this.searcher.storedFields().document(hit.doc).get(ID)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return found;
	}

}
