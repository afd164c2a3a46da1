package io.mokuroku.review.task;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a proposal that a reviewer corrected; what is absent stays as proposed.
 *
 * @param title the main title
 * @param englishTitle the English title
 * @param synopsis plain text
 * @param episodes how many episodes there are or will be
 */
public record Edits(@Nullable String title, @Nullable String englishTitle, @Nullable String synopsis,
		@Nullable Integer episodes) {

	/** No corrections. */
	public static final Edits NONE = new Edits(null, null, null, null);

	/** Whether nothing is corrected. */
	@JsonIgnore
	public boolean isNone() {
		return this.title == null && this.englishTitle == null && this.synopsis == null && this.episodes == null;
	}

}
