package io.mokuroku.search.index;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.mokuroku.search.title.FoldedTitle;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * The fields by which an anime is found by its titles, and the line in which an index
 * keeps them.
 */
final class TitleFields {

	/** Folded titles without spaces. */
	static final String NAME = "name";

	/** The words of folded titles; pairs of characters where no space parts words. */
	static final String WORDS = "words";

	/** Three letters in a row of folded titles. */
	static final String GRAMS = "grams";

	/** Folded titles as they are written in one line, one a line, in their order. */
	static final String TITLES = "titles";

	/** The beginnings of joined titles. */
	static final String BEGINS = "begins";

	/** The beginnings of joined titles from their second word on, and so forth. */
	static final String WORD_BEGINS = "word_begins";

	private static final int MOST_WORD_BEGINNINGS = 8;

	private static final FieldType POSTINGS_ONLY = postingsOnly();

	private TitleFields() {
	}

	/**
	 * Adds the titles of an anime to its document; one that comes twice is found once.
	 */
	static void add(Document document, List<FoldedTitle> titles) {
		document.add(new BinaryDocValuesField(TITLES, new BytesRef(written(titles))));
		for (FoldedTitle title : new LinkedHashSet<>(titles)) {
			document.add(new Field(NAME, title.joined(), StringField.TYPE_NOT_STORED));
			document.add(new TextField(WORDS, title.spaced(), Field.Store.NO));
			document.add(new Field(GRAMS, title.joined(), POSTINGS_ONLY));
			document.add(new Field(BEGINS, title.joined(), POSTINGS_ONLY));
			laterBeginnings(title).forEach((rest) -> document.add(new Field(WORD_BEGINS, rest, POSTINGS_ONLY)));
		}
	}

	/** Titles in the form of {@link #TITLES}. */
	static String written(List<FoldedTitle> titles) {
		return titles.stream().map(FoldedTitle::written).collect(Collectors.joining("\n"));
	}

	/** Reads what {@link #written} wrote. */
	static List<FoldedTitle> titles(String written) {
		return Arrays.stream(written.split("\n", -1)).map(FoldedTitle::read).toList();
	}

	/** What is left of a title from its second word on, and so forth, without spaces. */
	static List<String> laterBeginnings(FoldedTitle title) {
		List<String> words = title.words();
		return IntStream.range(1, Math.min(MOST_WORD_BEGINNINGS, words.size()))
			.mapToObj((word) -> String.join("", words.subList(word, words.size())))
			.toList();
	}

	private static FieldType postingsOnly() {
		FieldType type = new FieldType();
		type.setIndexOptions(IndexOptions.DOCS);
		type.setTokenized(true);
		type.setOmitNorms(true);
		type.freeze();
		return type;
	}

}
