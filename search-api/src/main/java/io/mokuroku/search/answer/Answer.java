package io.mokuroku.search.answer;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A JSON:API document with what was asked for.
 *
 * @param <D> a {@link Resource} or a list of them
 * @param data what was asked for
 * @param links where to go on, by relation such as {@code next}
 * @param meta how the answer was made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Answer<D>(D data, @Nullable Map<String, String> links, @Nullable Object meta) {

	/** The media type of every answer. */
	public static final String MEDIA_TYPE = "application/vnd.api+json";

	/** A document that leads nowhere else. */
	public Answer(D data, @Nullable Object meta) {
		this(data, null, meta);
	}

	/** A document with one resource. */
	public static <A> Answer<Resource<A>> of(Resource<A> data) {
		return new Answer<>(data, null);
	}

	/** A document with many resources. */
	public static <A> Answer<List<Resource<A>>> of(List<Resource<A>> data, Object meta) {
		return new Answer<>(List.copyOf(data), meta);
	}

	/** A page of many resources. */
	public static <A> Answer<List<Resource<A>>> of(List<Resource<A>> data, Map<String, String> links, Object meta) {
		return new Answer<>(List.copyOf(data), Map.copyOf(links), meta);
	}

}
