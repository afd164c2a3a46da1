package io.mokuroku.review.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a proposal that a reviewer corrected, as a merge patch (RFC 7396): a field
 * that is absent stays as proposed, one that is null is emptied. Which fields there are,
 * and what they may hold, says the schema of decisions. A field sent as it is proposed is
 * locked without being changed.
 *
 * @param values text, whole numbers, truth values, lists and objects of these, by field
 */
public record Edits(Map<String, @Nullable Object> values) {

	/** No corrections. */
	public static final Edits NONE = new Edits(Map.of());

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	@SuppressWarnings("NullAway") // JSON may say null
	public Edits {
		values = (values != null) ? Collections.unmodifiableMap(copy(values)) : Map.of();
	}

	/** One corrected field. */
	public static Edits of(String field, @Nullable Object value) {
		return NONE.and(field, value);
	}

	/** The same and one more corrected field. */
	public Edits and(String field, @Nullable Object value) {
		Map<String, @Nullable Object> more = new TreeMap<>(this.values);
		more.put(field, value);
		return new Edits(more);
	}

	/** What is corrected. */
	@JsonIgnore
	public Set<String> fields() {
		return this.values.keySet();
	}

	/** Whether nothing is corrected. */
	@JsonIgnore
	public boolean isNone() {
		return this.values.isEmpty();
	}

	@JsonValue
	@Override
	public Map<String, @Nullable Object> values() {
		return this.values;
	}

	private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> values) {
		Map<String, @Nullable Object> copy = new TreeMap<>();
		values.forEach((name, value) -> copy.put(name, copied(value)));
		return copy;
	}

	@SuppressWarnings("unchecked") // the keys of JSON objects are text
	private static @Nullable Object copied(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case List<?> list -> {
				List<@Nullable Object> elements = new ArrayList<>();
				list.forEach((element) -> elements.add(copied(element)));
				yield Collections.unmodifiableList(elements);
			}
			case Map<?, ?> map -> Collections.unmodifiableMap(copy((Map<String, @Nullable Object>) map));
			default -> value;
		};
	}

}
