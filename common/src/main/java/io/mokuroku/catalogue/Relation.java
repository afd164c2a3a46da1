package io.mokuroku.catalogue;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A link from one anime to another.
 *
 * @param type how the target relates to this anime; {@code UNSPECIFIED} where only the
 * dataset tells of it
 * @param target the other anime's page
 * @param animeId the other anime, where the catalogue has it
 * @param title the other anime's title
 * @param format how the other anime was released
 * @param providers who says so, sorted; none where only the dataset or the target does
 * @param derived true if nobody says so of this anime and it follows from what is said of
 * the target; absent if not
 */
public record Relation(RelationType type, SourceLink target,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AnimeId animeId,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String title,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AnimeType format,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Provider> providers,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean derived) {

	@SuppressWarnings("NullAway") // an empty list is not stored
	public Relation {
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(target, "target");
		providers = (providers != null) ? providers.stream().distinct().sorted().toList() : List.of();
	}

	/** A link that is said of this anime. */
	public Relation(RelationType type, SourceLink target, @Nullable AnimeId animeId, @Nullable String title,
			@Nullable AnimeType format, List<Provider> providers) {
		this(type, target, animeId, title, format, providers, null);
	}

	/** A link of which the dataset alone tells. */
	public Relation(RelationType type, SourceLink target) {
		this(type, target, null, null, null, List.of());
	}

	/** Whether it only follows from what is said of the target. */
	public boolean follows() {
		return Boolean.TRUE.equals(this.derived);
	}

	/** Whether it leads to an entry. */
	public boolean leadsTo(AnimeEntry entry) {
		return entry.id().equals(this.animeId) || entry.sources().contains(this.target);
	}

}
