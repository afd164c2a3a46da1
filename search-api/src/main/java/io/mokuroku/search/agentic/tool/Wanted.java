package io.mokuroku.search.agentic.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Season;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.Bounds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an answer must be, as clients and models write it. Nothing in it can ask for adult
 * or withdrawn anime.
 *
 * @param types how it was released, one of these
 * @param statuses where it stands, one of these
 * @param seasons the quarter of its premiere, one of these
 * @param years the year of its premiere
 * @param episodes how many it has
 * @param score its mean score, 0 to 10
 * @param subjects genres, themes, demographics and tags, all of these
 * @param studios who made it, one of these
 * @param withoutSubjects what it is not about
 * @param withoutStudios who did not make it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wanted(@Nullable @Size(max = MOST) List<@NotNull AnimeType> types,
		@Nullable @Size(max = MOST) List<@NotNull AiringStatus> statuses,
		@Nullable @Size(max = MOST) List<@NotNull Season> seasons, @Nullable @Valid Range years,
		@Nullable @Valid Range episodes, @Nullable @Valid Range score,
		@Nullable @Size(max = MOST) List<@NotBlank @Size(max = LONGEST) String> subjects,
		@Nullable @Size(max = MOST) List<@NotBlank @Size(max = LONGEST) String> studios,
		@Nullable @Size(max = MOST) List<@NotBlank @Size(max = LONGEST) String> withoutSubjects,
		@Nullable @Size(max = MOST) List<@NotBlank @Size(max = LONGEST) String> withoutStudios) {

	/** How many of a kind can be named. */
	static final int MOST = 10;

	/** No subject and no studio has a longer name. */
	static final int LONGEST = 100;

	/** Nothing in particular. */
	public static final Wanted ANYTHING = new Wanted(null, null, null, null, null, null, null, null, null, null);

	/** As the index understands it. */
	public AnimeFilter filter() {
		return AnimeFilter.of((asked) -> {
			asked.types = set(this.types);
			asked.statuses = set(this.statuses);
			asked.seasons = set(this.seasons);
			asked.years = bounds(this.years);
			asked.episodes = bounds(this.episodes);
			asked.scores = bounds(this.score);
			asked.subjects = names(this.subjects);
			asked.studios = names(this.studios);
			asked.withoutSubjects = names(this.withoutSubjects);
			asked.withoutStudios = names(this.withoutStudios);
		});
	}

	private static <T> Set<T> set(@Nullable List<T> values) {
		return (values != null) ? new LinkedHashSet<>(values) : Set.of();
	}

	private static Set<String> names(@Nullable List<String> names) {
		return (names != null)
				? names.stream().map((name) -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet())
				: Set.of();
	}

	private static Bounds bounds(@Nullable Range range) {
		return (range != null) ? new Bounds(range.from(), range.to()) : Bounds.NONE;
	}

	/**
	 * From one number to another, both included; one of them may be missing.
	 *
	 * @param from the least
	 * @param to the most
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record Range(@Nullable Double from, @Nullable Double to) {
	}

}
