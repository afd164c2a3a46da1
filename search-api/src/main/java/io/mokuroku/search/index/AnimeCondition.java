package io.mokuroku.search.index;

import java.util.Set;
import java.util.TreeSet;

import io.mokuroku.search.projection.IndexedAnime;

/**
 * What one field of an anime must be. What an anime does not have is neither one of some
 * values nor between two.
 */
public sealed interface AnimeCondition {

	/** Whether an anime fulfils it. */
	boolean holds(IndexedAnime anime);

	/**
	 * One of some values.
	 *
	 * @param field a field that holds words
	 * @param values at least one, as the field spells them
	 */
	record OneOf(AnimeField field, Set<String> values) implements AnimeCondition {

		public OneOf {
			values = Set.copyOf(values);
			if (values.isEmpty() || field.kind().number()) {
				throw new IllegalArgumentException("%s is not one of %s".formatted(field, values));
			}
		}

		/** The values in their order. */
		Set<String> sorted() {
			return new TreeSet<>(this.values);
		}

		@Override
		public boolean holds(IndexedAnime anime) {
			return this.field.words(anime).stream().anyMatch(this.values::contains);
		}

	}

	/**
	 * Between two numbers, both included.
	 *
	 * @param field a field that holds numbers
	 * @param bounds not empty; seconds for instants
	 */
	record Between(AnimeField field, Bounds bounds) implements AnimeCondition {

		public Between {
			if (bounds.isEmpty() || !field.kind().number()) {
				throw new IllegalArgumentException("%s does not lie in %s".formatted(field, bounds));
			}
		}

		@Override
		public boolean holds(IndexedAnime anime) {
			return this.bounds.contain(this.field.number(anime));
		}

	}

	/**
	 * The opposite, which also holds of what an anime does not have.
	 *
	 * @param condition what must not hold; no opposite itself
	 */
	record Not(AnimeCondition condition) implements AnimeCondition {

		public Not {
			if (condition instanceof Not) {
				throw new IllegalArgumentException("The opposite of an opposite says the same more simply");
			}
		}

		@Override
		public boolean holds(IndexedAnime anime) {
			return !this.condition.holds(anime);
		}

	}

}
