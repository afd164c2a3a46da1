package io.mokuroku.search.index;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.search.projection.IndexedAnime;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be, whatever was asked. Adult and withdrawn anime never pass. An
 * empty set asks for nothing.
 *
 * @param types how it was released, one of these
 * @param statuses where it stands, one of these
 * @param seasons the quarter of its premiere, one of these
 * @param years the year of its premiere
 * @param episodes how many it has
 * @param scores its mean score, 0 to 10
 * @param subjects what it is about, all of these, as {@link IndexedAnime#subjects()}
 * spells them
 * @param studios who made it, one of these, as {@link IndexedAnime#studios()} spells them
 * @param withoutSubjects what it is not about, none of these
 * @param withoutStudios who did not make it, none of these
 * @param without what it is not
 */
public record AnimeFilter(Set<AnimeType> types, Set<AiringStatus> statuses, Set<Season> seasons, Bounds years,
		Bounds episodes, Bounds scores, Set<String> subjects, Set<String> studios, Set<String> withoutSubjects,
		Set<String> withoutStudios, Set<AnimeId> without) {

	/** Everything that may be shown. */
	public static final AnimeFilter NONE = of((_) -> {
	});

	public AnimeFilter {
		types = Set.copyOf(types);
		statuses = Set.copyOf(statuses);
		seasons = Set.copyOf(seasons);
		subjects = Set.copyOf(subjects);
		studios = Set.copyOf(studios);
		withoutSubjects = Set.copyOf(withoutSubjects);
		withoutStudios = Set.copyOf(withoutStudios);
		without = Set.copyOf(without);
	}

	/** A filter that asks for what is set. */
	public static AnimeFilter of(Consumer<Change> asking) {
		Change asked = new Change();
		asking.accept(asked);
		return new AnimeFilter(asked.types, asked.statuses, asked.seasons, asked.years, asked.episodes, asked.scores,
				asked.subjects, asked.studios, asked.withoutSubjects, asked.withoutStudios, asked.without);
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
	 * What passes both. Where both name alternatives and have none in common, those of
	 * this one count.
	 */
	public AnimeFilter and(AnimeFilter other) {
		return new AnimeFilter(either(this.types, other.types), either(this.statuses, other.statuses),
				either(this.seasons, other.seasons), this.years.and(other.years), this.episodes.and(other.episodes),
				this.scores.and(other.scores), union(this.subjects, other.subjects),
				either(this.studios, other.studios), union(this.withoutSubjects, other.withoutSubjects),
				union(this.withoutStudios, other.withoutStudios), union(this.without, other.without));
	}

	/** Whether it asks for something, beside what it leaves out. */
	public boolean asks() {
		return !(this.types.isEmpty() && this.statuses.isEmpty() && this.seasons.isEmpty() && this.years.isEmpty()
				&& this.episodes.isEmpty() && this.scores.isEmpty() && this.subjects.isEmpty()
				&& this.studios.isEmpty());
	}

	/** Whether an anime passes. */
	public boolean passes(IndexedAnime anime) {
		return anime.shown() && oneOf(this.types, anime.type()) && oneOf(this.statuses, anime.status())
				&& (this.seasons.isEmpty() || (anime.season() != null && this.seasons.contains(anime.season())))
				&& this.years.contain(anime.year()) && this.episodes.contain(anime.episodes())
				&& this.scores.contain(anime.score()) && anime.subjects().containsAll(this.subjects)
				&& (this.studios.isEmpty() || anime.studios().stream().anyMatch(this.studios::contains))
				&& anime.subjects().stream().noneMatch(this.withoutSubjects::contains)
				&& anime.studios().stream().noneMatch(this.withoutStudios::contains)
				&& !this.without.contains(anime.id());
	}

	private static <T> boolean oneOf(Set<T> wanted, T value) {
		return wanted.isEmpty() || wanted.contains(value);
	}

	private static <T> Set<T> either(Set<T> left, Set<T> right) {
		if (left.isEmpty() || right.isEmpty()) {
			return left.isEmpty() ? right : left;
		}
		Set<T> both = new HashSet<>(left);
		both.retainAll(right);
		return both.isEmpty() ? left : both;
	}

	private static <T> Set<T> union(Set<T> left, Set<T> right) {
		Set<T> all = new LinkedHashSet<>(left);
		all.addAll(right);
		return all;
	}

	/** What a filter asks for, while it is made. */
	public static final class Change {

		/** How it was released. */
		public Set<AnimeType> types = Set.of();

		/** Where it stands. */
		public Set<AiringStatus> statuses = Set.of();

		/** The quarter of its premiere. */
		public Set<Season> seasons = Set.of();

		/** The year of its premiere. */
		public Bounds years = Bounds.NONE;

		/** How many it has. */
		public Bounds episodes = Bounds.NONE;

		/** Its mean score. */
		public Bounds scores = Bounds.NONE;

		/** What it is about. */
		public Set<String> subjects = Set.of();

		/** Who made it. */
		public Set<String> studios = Set.of();

		/** What it is not about. */
		public Set<String> withoutSubjects = Set.of();

		/** Who did not make it. */
		public Set<String> withoutStudios = Set.of();

		/** What it is not. */
		public Set<AnimeId> without = Set.of();

		private Change() {
		}

	}

}
