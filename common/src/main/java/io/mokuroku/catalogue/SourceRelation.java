package io.mokuroku.catalogue;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A link from an anime to something that is none: the manga, novel or game it belongs
 * with.
 *
 * @param type how the target relates to this anime
 * @param target its page
 * @param title its title
 * @param format what it is, in lower case (manga, light_novel, …)
 * @param providers who says so, sorted
 */
public record SourceRelation(RelationType type, URI target, @Nullable String title, @Nullable String format,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Provider> providers) {

	@SuppressWarnings("NullAway") // an empty list is not stored
	public SourceRelation {
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(target, "target");
		providers = (providers != null) ? providers.stream().distinct().sorted().toList() : List.of();
	}

}
