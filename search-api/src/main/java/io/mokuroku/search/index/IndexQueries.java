package io.mokuroku.search.index;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.mokuroku.search.title.FoldedTitle;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Requests as Lucene queries.
 */
final class IndexQueries {

	/** Longer questions are cut here. */
	static final int MOST_TERMS = 60;

	/** What a word counts in a title; in subjects and synopses it counts once. */
	static final float TITLES_WEIGH = 0.5f;

	/** What a word counts in the fields in which it counts less than in the best one. */
	static final float TIE = 0.5f;

	private final Analyzer analyzer;

	IndexQueries(Analyzer analyzer) {
		this.analyzer = analyzer;
	}

	Query shown(AnimeFilter filter) {
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		all.add(term(filter.adult() ? AnimeDocuments.PRESENT : AnimeDocuments.SHOWN, AnimeDocuments.YES), Occur.FILTER);
		for (List<AnimeCondition> clause : filter.clauses()) {
			if (clause.size() == 1 && clause.getFirst() instanceof AnimeCondition.Not(AnimeCondition not)) {
				all.add(holds(not), Occur.MUST_NOT);
			}
			else {
				BooleanQuery.Builder any = new BooleanQuery.Builder();
				clause.forEach((condition) -> any.add(holds(condition), Occur.SHOULD));
				all.add(any.build(), Occur.FILTER);
			}
		}
		return all.build();
	}

	/** What has no higher key than a place. */
	static Query from(AnimeOrder order, AnimeOrder.Place place) {
		return LongPoint.newRangeQuery(order.field(), 0, place.key());
	}

	Query exactly(FoldedTitle title) {
		return term(TitleFields.NAME, title.joined());
	}

	Query beginningWith(FoldedTitle title) {
		return term(TitleFields.BEGINS, IndexAnalyzers.beginning(title.joined()));
	}

	Query withWordBeginning(FoldedTitle title) {
		return term(TitleFields.WORD_BEGINS, IndexAnalyzers.beginning(title.joined()));
	}

	/** Whatever has one of some links or names it. */
	Query linked(Collection<String> links) {
		BooleanQuery.Builder either = new BooleanQuery.Builder();
		either.add(anyOf(AnimeDocuments.LINK, links), Occur.SHOULD);
		either.add(anyOf(AnimeDocuments.RELATED, links), Occur.SHOULD);
		return both(either.build(), term(AnimeDocuments.SHOWN, AnimeDocuments.YES));
	}

	/** The more words and the rarer, the better. */
	Query withAnyWord(FoldedTitle title) {
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		Set<String> words = terms(TitleFields.WORDS, title.spaced());
		words.forEach((word) -> any.add(term(TitleFields.WORDS, word), Occur.SHOULD));
		return words.isEmpty() ? new MatchNoDocsQuery("no words") : any.build();
	}

	/**
	 * Whatever shares enough letters to be worth a closer look.
	 * @param edits how many typing errors to allow for; each spoils up to three grams
	 */
	Query resembling(FoldedTitle title, int edits) {
		BooleanQuery.Builder either = new BooleanQuery.Builder();
		Set<String> grams = terms(TitleFields.GRAMS, title.joined());
		if (!grams.isEmpty()) {
			BooleanQuery.Builder some = new BooleanQuery.Builder();
			grams.forEach((gram) -> some.add(term(TitleFields.GRAMS, gram), Occur.SHOULD));
			some.setMinimumNumberShouldMatch(Math.max(grams.size() - 3 * edits, (grams.size() + 2) / 3));
			either.add(some.build(), Occur.SHOULD);
		}
		int most = Math.min(edits, FuzzyQuery.defaultMaxEdits);
		either.add(new FuzzyQuery(new Term(TitleFields.NAME, title.joined()), most, 1), Occur.SHOULD);
		return either.build();
	}

	/** Documents that hold enough of the text's words, in whatever field. */
	Query about(String text) {
		BooleanQuery.Builder some = new BooleanQuery.Builder();
		Set<String> words = terms(AnimeDocuments.SYNOPSIS, text);
		for (String word : words) {
			Query inTitles = new BoostQuery(term(TitleFields.WORDS, word), TITLES_WEIGH);
			some.add(new DisjunctionMaxQuery(
					List.of(term(AnimeDocuments.SUBJECTS, word), term(AnimeDocuments.SYNOPSIS, word), inTitles), TIE),
					Occur.SHOULD);
		}
		some.setMinimumNumberShouldMatch(enough(words.size()));
		return words.isEmpty() ? new MatchNoDocsQuery("no words") : some.build();
	}

	/** Documents that have enough of some subjects. */
	Query sharing(Collection<String> subjects) {
		BooleanQuery.Builder some = new BooleanQuery.Builder();
		subjects.forEach((subject) -> some.add(term(AnimeDocuments.filter(AnimeField.SUBJECT), subject), Occur.SHOULD));
		some.setMinimumNumberShouldMatch(enough(subjects.size()));
		return subjects.isEmpty() ? new MatchNoDocsQuery("no subjects") : some.build();
	}

	/** A third: people describe in other words than synopses do. */
	static int enough(int words) {
		return (words + 2) / 3;
	}

	static Query both(Query query, Query filter) {
		return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
	}

	static Query term(String field, String value) {
		return new TermQuery(new Term(field, value));
	}

	private static Query holds(AnimeCondition condition) {
		return switch (condition) {
			case AnimeCondition.OneOf(AnimeField field, Set<String> values) ->
				anyOf(AnimeDocuments.filter(field), values);
			case AnimeCondition.Between(AnimeField field, Bounds bounds) ->
				between(AnimeDocuments.filter(field), bounds);
			case AnimeCondition.Not(AnimeCondition not) ->
				new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
					.add(holds(not), Occur.MUST_NOT)
					.build();
		};
	}

	private static Query anyOf(String field, Collection<?> values) {
		return new TermInSetQuery(field, values.stream().map((value) -> new BytesRef(value.toString())).toList());
	}

	private static Query between(String field, Bounds bounds) {
		double from = (bounds.from() != null) ? bounds.from() : Double.NEGATIVE_INFINITY;
		double to = (bounds.to() != null) ? bounds.to() : Double.POSITIVE_INFINITY;
		return DoubleField.newRangeQuery(field, from, to);
	}

	private Set<String> terms(String field, String text) {
		return new LinkedHashSet<>(IndexAnalyzers.terms(this.analyzer, field, text, MOST_TERMS));
	}

}
