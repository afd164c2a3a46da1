package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How the fields of {@link AnimeDocuments} are taken apart.
 */
final class IndexAnalyzers {

	private static final int LONGEST_BEGINNING = 12;

	private IndexAnalyzers() {
	}

	static Analyzer all() {
		return new PerFieldAnalyzerWrapper(new EnglishAnalyzer(), Map.of(TitleFields.WORDS, words(), TitleFields.GRAMS,
				grams(), TitleFields.BEGINS, beginnings(), TitleFields.WORD_BEGINS, beginnings()));
	}

	/**
	 * The terms of a text in their order.
	 * @param field whose analysis applies
	 * @param most later ones are left out
	 */
	static List<String> terms(Analyzer analyzer, String field, String text, int most) {
		List<String> terms = new ArrayList<>();
		try (TokenStream stream = analyzer.tokenStream(field, text)) {
			CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
			stream.reset();
			while (stream.incrementToken() && terms.size() < most) {
				terms.add(term.toString());
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Reading a string cannot fail", ex);
		}
		return terms;
	}

	/** As much of a joined title as its beginnings are kept. */
	static String beginning(String joined) {
		int length = joined.codePointCount(0, joined.length());
		return (length <= LONGEST_BEGINNING) ? joined
				: joined.substring(0, joined.offsetByCodePoints(0, LONGEST_BEGINNING));
	}

	private static Analyzer words() {
		return new Analyzer() {
			@Override
			protected TokenStreamComponents createComponents(String field) {
				StandardTokenizer tokens = new StandardTokenizer();
				return new TokenStreamComponents(tokens, new CJKBigramFilter(tokens));
			}
		};
	}

	private static Analyzer beginnings() {
		return new Analyzer() {
			@Override
			protected TokenStreamComponents createComponents(String field) {
				KeywordTokenizer whole = new KeywordTokenizer();
				return new TokenStreamComponents(whole, new EdgeNGramTokenFilter(whole, 1, LONGEST_BEGINNING, false));
			}
		};
	}

	private static Analyzer grams() {
		return new Analyzer() {
			@Override
			protected TokenStreamComponents createComponents(String field) {
				KeywordTokenizer whole = new KeywordTokenizer();
				TokenStream threes = new NGramTokenFilter(whole, 3, 3, false);
				return new TokenStreamComponents(whole, threes);
			}
		};
	}

}
