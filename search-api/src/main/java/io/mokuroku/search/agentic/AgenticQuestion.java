package io.mokuroku.search.agentic;

import io.mokuroku.search.agentic.tool.Wanted;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.query.AskCatalogue;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know.
 *
 * @param query the question, 1 to 2,000 characters
 * @param limit how many anime at most, 1 to 20
 * @param filters what every anime of the answer must be
 * @param locale the language of the explanation, as a BCP 47 tag; English if absent
 */
record AgenticQuestion(
		@NotBlank @Size(max = AskCatalogue.LONGEST) @Schema(
				example = "a slow, melancholic film about travelling space, made before 2010") String query,
		@Nullable @Min(1) @Max(20) Integer limit, @Nullable @Valid Wanted filters, @Nullable @Size(max = 35) @Pattern(
				regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}") @Schema(example = "en") String locale) {

	private static final int HITS = 10;

	int most() {
		return (this.limit != null) ? this.limit : HITS;
	}

	AnimeFilter filter() {
		return (this.filters != null) ? this.filters.filter() : AnimeFilter.NONE;
	}

	/** The question is nobody's business. */
	@Override
	public String toString() {
		return "AgenticQuestion[limit=" + this.limit + "]";
	}

}
