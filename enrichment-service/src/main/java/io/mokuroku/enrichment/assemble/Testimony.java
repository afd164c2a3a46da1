package io.mokuroku.enrichment.assemble;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.mokuroku.enrichment.merge.Folding;
import io.mokuroku.enrichment.people.JaroWinkler;
import io.mokuroku.enrichment.stage.CandidateRow;
import io.mokuroku.enrichment.stage.DetailFields;
import io.mokuroku.enrichment.stage.EntryFields;
import org.jspecify.annotations.Nullable;

/**
 * What one provider says of the identity of an anime.
 *
 * @param source the provider
 * @param titles the names it uses
 * @param episodes how many episodes it counts
 * @param year the year of the premiere
 */
record Testimony(String source, List<String> titles, @Nullable Integer episodes, @Nullable Integer year) {

	private static final Set<String> ONE_TITLE = Set.of(EntryFields.MAIN_TITLE.name(), EntryFields.ENGLISH_TITLE.name(),
			EntryFields.JAPANESE_TITLE.name());

	Testimony {
		titles = List.copyOf(titles);
	}

	/** What each provider says, by its name; who names nothing says nothing. */
	static List<Testimony> of(List<CandidateRow> rows) {
		Map<String, List<CandidateRow>> bySource = new TreeMap<>();
		rows.forEach((row) -> bySource.computeIfAbsent(row.source(), (source) -> new ArrayList<>()).add(row));
		List<Testimony> all = new ArrayList<>();
		bySource.forEach((source, its) -> {
			Set<String> titles = new LinkedHashSet<>();
			Integer episodes = null;
			Integer year = null;
			for (CandidateRow row : its) {
				titles.addAll(titles(row));
				if (row.field().equals(EntryFields.EPISODES.name())) {
					episodes = row.as(EntryFields.EPISODES).value();
				}
				else if (row.field().equals(EntryFields.YEAR.name())) {
					year = row.as(EntryFields.YEAR).value();
				}
			}
			if (!titles.isEmpty()) {
				all.add(new Testimony(source, List.copyOf(titles), episodes, year));
			}
		});
		return all;
	}

	private static List<String> titles(CandidateRow row) {
		if (ONE_TITLE.contains(row.field())) {
			return List.of(row.as(EntryFields.MAIN_TITLE).value());
		}
		if (row.field().equals(EntryFields.SYNONYMS.name())) {
			return row.as(EntryFields.SYNONYMS).value();
		}
		return row.field().equals(DetailFields.TITLES.name())
				? row.as(DetailFields.TITLES).value().stream().map(Map.Entry::getValue).toList() : List.of();
	}

	/** How alike the most alike of their names are, from 0 to 1. */
	double likeness(List<String> others) {
		double best = 0;
		for (String one : this.titles) {
			for (String other : others) {
				best = Math.max(best, JaroWinkler.similarity(Folding.of(one), Folding.of(other)));
			}
		}
		return best;
	}

	/** Whether the counts of episodes are the same but for a way of counting. */
	boolean countsAs(Testimony other) {
		return this.episodes == null || other.episodes == null || Math.abs(this.episodes - other.episodes) <= 1;
	}

	/** How many years apart they date it; 0 if one does not. */
	int yearsFrom(Testimony other) {
		return (this.year == null || other.year == null) ? 0 : Math.abs(this.year - other.year);
	}

}
