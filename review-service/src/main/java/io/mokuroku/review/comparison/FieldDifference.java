package io.mokuroku.review.comparison;

import java.util.Objects;

import io.mokuroku.catalogue.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * One field of an entry as it is and as it is proposed.
 *
 * @param field its name
 * @param live its present value as text; absent if there is none
 * @param proposed its proposed value as text, a list of the same elements in their
 * present order; absent if there is none
 * @param provenance how the proposed value came about
 */
public record FieldDifference(String field, @Nullable String live, @Nullable String proposed,
		@Nullable Provenance provenance) {

	public FieldDifference {
		Objects.requireNonNull(field, "field");
	}

	/** Whether the proposal changes the field. */
	public boolean isChange() {
		return !Objects.equals(this.live, this.proposed);
	}

}
