package io.mokuroku.search.agentic.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a model looks for.
 *
 * @param text a title or a description
 * @param filters what every anime must be
 * @param limit how many at most
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchArguments(@Nullable @Size(max = 500) String text, @Nullable @Valid Wanted filters,
		@Nullable @Min(1) @Max(20) Integer limit) {

	String words() {
		return (this.text != null) ? this.text.strip() : "";
	}

	Wanted wanted() {
		return (this.filters != null) ? this.filters : Wanted.ANYTHING;
	}

}
