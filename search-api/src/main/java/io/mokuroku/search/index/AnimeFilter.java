package io.mokuroku.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be, whatever was asked. Withdrawn anime never pass, adult ones only
 * where they are asked for.
 *
 * @param clauses what must hold: of each clause, at least one condition
 * @param adult whether adult anime pass, too
 */
public record AnimeFilter(List<List<AnimeCondition>> clauses, boolean adult) {

	/** Everything that may be shown. */
	public static final AnimeFilter NONE = of((_) -> {
	});

	public AnimeFilter {
		clauses = clauses.stream().distinct().map(List::copyOf).toList();
		if (clauses.stream().anyMatch(List::isEmpty)) {
			throw new IllegalArgumentException("A clause has at least one condition");
		}
	}

	/** A filter that asks for what is set. */
	public static AnimeFilter of(Consumer<Change> asking) {
		Change asked = new Change();
		asking.accept(asked);
		return new AnimeFilter(asked.clauses(), asked.adult);
	}

	/** One type, status and year, as far as they are given. */
	public static AnimeFilter of(@Nullable AnimeType type, @Nullable AiringStatus status, @Nullable Integer year) {
		return of((asked) -> {
			asked.types = (type != null) ? Set.of(type) : Set.of();
			asked.statuses = (status != null) ? Set.of(status) : Set.of();
			asked.years = (year != null) ? Bounds.of(year) : Bounds.NONE;
		});
	}

	/**
	 * What passes both, where the other one is guessed from words. Where both name
	 * alternatives of one field and have none in common, those of this one count;
	 * subjects add up.
	 */
	public AnimeFilter and(AnimeFilter other) {
		List<List<AnimeCondition>> all = new ArrayList<>(this.clauses);
		for (List<AnimeCondition> clause : other.clauses) {
			int same = alternativesLike(clause);
			if (same >= 0) {
				all.set(same, List.of(either((AnimeCondition.OneOf) all.get(same).getFirst(),
						(AnimeCondition.OneOf) clause.getFirst())));
			}
			else {
				all.add(clause);
			}
		}
		return new AnimeFilter(all, this.adult || other.adult);
	}

	/** What passes both, whatever each asks for: perhaps nothing. */
	public AnimeFilter andAll(AnimeFilter other) {
		return new AnimeFilter(Stream.concat(this.clauses.stream(), other.clauses.stream()).toList(),
				this.adult || other.adult);
	}

	/** Whether it asks for something, beside what it leaves out. */
	public boolean asks() {
		return this.clauses.stream()
			.anyMatch((clause) -> !clause.stream().allMatch(AnimeCondition.Not.class::isInstance));
	}

	/** Whether an anime passes. */
	public boolean passes(IndexedAnime anime) {
		return anime.present() && (this.adult || !anime.adult()) && this.clauses.stream()
			.allMatch((clause) -> clause.stream().anyMatch((condition) -> condition.holds(anime)));
	}

	private int alternativesLike(List<AnimeCondition> clause) {
		if (clause.size() == 1 && clause.getFirst() instanceof AnimeCondition.OneOf(AnimeField field, Set<String> _)
				&& (field.kind() != AnimeField.Kind.LABEL || field == AnimeField.STUDIO)) {
			for (int i = 0; i < this.clauses.size(); i++) {
				List<AnimeCondition> mine = this.clauses.get(i);
				if (mine.size() == 1 && mine.getFirst() instanceof AnimeCondition.OneOf(AnimeField same, Set<String> _)
						&& same == field) {
					return i;
				}
			}
		}
		return -1;
	}

	private static AnimeCondition either(AnimeCondition.OneOf left, AnimeCondition.OneOf right) {
		Set<String> both = new HashSet<>(left.values());
		both.retainAll(right.values());
		return both.isEmpty() ? left : new AnimeCondition.OneOf(left.field(), both);
	}

	/** What a filter asks for, while it is made. An empty set asks for nothing. */
	public static final class Change {

		private final List<List<AnimeCondition>> more = new ArrayList<>();

		/** How it was released, one of these. */
		public Set<AnimeType> types = Set.of();

		/** Where it stands, one of these. */
		public Set<AiringStatus> statuses = Set.of();

		/** The quarter of its premiere, one of these. */
		public Set<Season> seasons = Set.of();

		/** The year of its premiere. */
		public Bounds years = Bounds.NONE;

		/** How many episodes it has. */
		public Bounds episodes = Bounds.NONE;

		/** Its mean score, 0 to 10. */
		public Bounds scores = Bounds.NONE;

		/** What it is about, all of these, as {@link IndexedAnime#subjects()}. */
		public Set<String> subjects = Set.of();

		/** Who made it, one of these, as {@link IndexedAnime#studios()}. */
		public Set<String> studios = Set.of();

		/** What it is not about, none of these. */
		public Set<String> withoutSubjects = Set.of();

		/** Who did not make it, none of these. */
		public Set<String> withoutStudios = Set.of();

		/** What it is not. */
		public Set<AnimeId> without = Set.of();

		/** Whether adult anime pass, too. */
		public boolean adult;

		private Change() {
		}

		/** Asks for a condition; again for another one. */
		public void must(AnimeCondition condition) {
			this.more.add(List.of(condition));
		}

		/** Asks for the opposite of a condition that is none itself. */
		public void mustNot(AnimeCondition condition) {
			this.more.add(List.of(new AnimeCondition.Not(condition)));
		}

		/** Asks for at least one of some conditions. */
		public void should(List<AnimeCondition> conditions) {
			this.more.add(conditions);
		}

		private List<List<AnimeCondition>> clauses() {
			List<AnimeCondition> all = new ArrayList<>();
			oneOf(AnimeField.TYPE, this.types, all);
			oneOf(AnimeField.STATUS, this.statuses, all);
			oneOf(AnimeField.SEASON, this.seasons, all);
			oneOf(AnimeField.STUDIO, this.studios, all);
			between(AnimeField.YEAR, this.years, all);
			between(AnimeField.EPISODES, this.episodes, all);
			between(AnimeField.SCORE, this.scores, all);
			this.subjects.stream().sorted().forEach((subject) -> oneOf(AnimeField.SUBJECT, Set.of(subject), all));
			List<AnimeCondition> none = new ArrayList<>();
			oneOf(AnimeField.SUBJECT, this.withoutSubjects, none);
			oneOf(AnimeField.STUDIO, this.withoutStudios, none);
			oneOf(AnimeField.ID, this.without, none);
			none.forEach((condition) -> all.add(new AnimeCondition.Not(condition)));
			List<List<AnimeCondition>> clauses = new ArrayList<>();
			all.forEach((condition) -> clauses.add(List.of(condition)));
			clauses.addAll(this.more);
			return clauses;
		}

		private static void oneOf(AnimeField field, Collection<?> values, List<AnimeCondition> all) {
			if (!values.isEmpty()) {
				all.add(new AnimeCondition.OneOf(field,
						values.stream().map(Object::toString).collect(Collectors.toSet())));
			}
		}

		private static void between(AnimeField field, Bounds bounds, List<AnimeCondition> all) {
			if (!bounds.isEmpty()) {
				all.add(new AnimeCondition.Between(field, bounds));
			}
		}

	}

}
