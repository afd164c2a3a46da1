package io.mokuroku.search.answer;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a JSON:API document.
 *
 * @param <A> what its attributes are
 * @param type its kind
 * @param id unique within its kind
 * @param attributes what it is like
 * @param relationships what it belongs with, where that was asked for
 * @param meta how it came into this answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Resource<A>(String type, String id, A attributes, @Nullable Object relationships, @Nullable Object meta) {

	public Resource {
		Objects.requireNonNull(type, "type");
		Objects.requireNonNull(id, "id");
		Objects.requireNonNull(attributes, "attributes");
	}

	/** A thing that stands for itself. */
	public Resource(String type, String id, A attributes, @Nullable Object meta) {
		this(type, id, attributes, null, meta);
	}

}
