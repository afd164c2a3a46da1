package io.mokuroku.enrichment.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Joins the lists that providers have of the same anime. Nobody is dropped: who cannot be
 * matched stands alone.
 *
 * @param <T> what a provider says of somebody
 */
final class Joining<T> {

	private final List<Somebody<T>> known = new ArrayList<>();

	private final double enough;

	private final double doubtful;

	private int doubts;

	/**
	 * Begins with nobody.
	 * @param enough from this likeness on two are one
	 * @param doubtful from this likeness on a person should have a look
	 */
	Joining(double enough, double doubtful) {
		this.enough = enough;
		this.doubtful = doubtful;
	}

	/** Takes in the list of one more provider. */
	void add(List<Somebody<T>> list) {
		Map<Somebody<T>, Somebody<T>> joins = new LinkedHashMap<>();
		List<Somebody<T>> left = new ArrayList<>(list);
		certain(left, joins, Somebody::pages, false);
		certain(left, joins, Somebody::originals, true);
		likely(left, joins);
		joins.forEach(Somebody::join);
		this.known.addAll(left);
	}

	List<Somebody<T>> all() {
		return this.known;
	}

	/** How often two were too alike to be sure that they are two. */
	int doubts() {
		return this.doubts;
	}

	/**
	 * Joins those who share a mark.
	 * @param alone whether a mark counts only where nobody else of the same list has it
	 */
	private <M> void certain(List<Somebody<T>> left, Map<Somebody<T>, Somebody<T>> joins,
			Function<Somebody<T>, Collection<M>> marks, boolean alone) {
		Map<M, List<Somebody<T>>> here = byMark(this.known, marks);
		Map<M, List<Somebody<T>>> there = byMark(left, marks);
		left.removeIf((newcomer) -> {
			for (M mark : marks.apply(newcomer)) {
				List<Somebody<T>> holders = here.getOrDefault(mark, List.of());
				boolean unique = holders.size() == 1 && there.getOrDefault(mark, List.of()).size() == 1;
				if (!holders.isEmpty() && (unique || !alone) && !joins.containsKey(holders.getFirst())) {
					joins.put(holders.getFirst(), newcomer);
					return true;
				}
			}
			return false;
		});
	}

	private static <T, M> Map<M, List<Somebody<T>>> byMark(List<Somebody<T>> people,
			Function<Somebody<T>, Collection<M>> marks) {
		Map<M, List<Somebody<T>>> holders = new HashMap<>();
		people.forEach((one) -> marks.apply(one)
			.forEach((mark) -> holders.computeIfAbsent(mark, (key) -> new ArrayList<>()).add(one)));
		return holders;
	}

	/** Joins those who are most like each other, from both sides. */
	private void likely(List<Somebody<T>> left, Map<Somebody<T>, Somebody<T>> joins) {
		certainByName(left, joins);
		List<Somebody<T>> free = new ArrayList<>(this.known);
		free.removeAll(joins.keySet());
		double[] bestOfFree = new double[free.size()];
		int[] choiceOfFree = new int[free.size()];
		double[] bestOfLeft = new double[left.size()];
		int[] choiceOfLeft = new int[left.size()];
		for (int i = 0; i < left.size(); i++) {
			for (int j = 0; j < free.size(); j++) {
				double likeness = left.get(i).likeness(free.get(j));
				if (likeness > bestOfLeft[i]) {
					bestOfLeft[i] = likeness;
					choiceOfLeft[i] = j;
				}
				if (likeness > bestOfFree[j]) {
					bestOfFree[j] = likeness;
					choiceOfFree[j] = i;
				}
			}
		}
		List<Somebody<T>> joined = new ArrayList<>();
		for (int i = 0; i < left.size(); i++) {
			int j = choiceOfLeft[i];
			if (bestOfLeft[i] < this.doubtful || choiceOfFree[j] != i) {
				continue;
			}
			if (bestOfLeft[i] >= this.enough) {
				joins.put(free.get(j), left.get(i));
				joined.add(left.get(i));
			}
			else {
				this.doubts++;
			}
		}
		left.removeAll(new HashSet<>(joined));
	}

	/**
	 * Whoever has the same whole name as one other only is joined at once: comparing a
	 * thousand names with a thousand others letter by letter would take seconds.
	 */
	private void certainByName(List<Somebody<T>> left, Map<Somebody<T>, Somebody<T>> joins) {
		List<Somebody<T>> free = new ArrayList<>(this.known);
		free.removeAll(joins.keySet());
		Map<String, List<Somebody<T>>> here = byMark(free, Somebody::latin);
		Map<String, List<Somebody<T>>> there = byMark(left, Somebody::latin);
		left.removeIf((newcomer) -> {
			for (String name : newcomer.latin()) {
				List<Somebody<T>> holders = here.getOrDefault(name, List.of());
				if (holders.size() == 1 && there.getOrDefault(name, List.of()).size() == 1
						&& !joins.containsKey(holders.getFirst())
						&& newcomer.likeness(holders.getFirst()) >= this.enough) {
					joins.put(holders.getFirst(), newcomer);
					return true;
				}
			}
			return false;
		});
	}

}
