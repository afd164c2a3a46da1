package io.mokuroku.search.query;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.answer.Total;
import io.mokuroku.search.index.TitleHit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Search")
final class SuggestController {

	private final SuggestTitles suggest;

	SuggestController(SuggestTitles suggest) {
		this.suggest = suggest;
	}

	@GetMapping(path = "/v1/suggest", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "Complete a title",
			description = "Anime with a title, then with a word in a title, that begins with what was typed so far, the "
					+ "better known first; then titles that are meant but for a few letters. Two characters at least, "
					+ "one of Chinese, Japanese or Korean; less completes to nothing.")
	Answer<List<Resource<Suggestion>>> suggest(
			@Parameter(example = "fullm") @RequestParam @NotBlank @Size(max = SuggestTitles.LONGEST) String q,
			@RequestParam(defaultValue = "10") @Min(1) @Max(20) int limit) {
		List<Resource<Suggestion>> found = this.suggest.complete(q, limit).stream().map(Suggestion::resource).toList();
		return Answer.of(found, new Total(found.size()));
	}

	/**
	 * An anime that may be meant.
	 *
	 * @param completion the title that was begun
	 * @param title the name it is listed by
	 * @param type how it was released
	 * @param year the year of its premiere
	 * @param picture a small cover
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Suggestion(String completion, String title, AnimeType type, @Nullable Integer year, @Nullable URI picture) {

		static Resource<Suggestion> resource(TitleHit hit) {
			return new Resource<>("anime", hit.anime().id().toString(), new Suggestion(hit.title(),
					hit.anime().titles().main(), hit.anime().type(), hit.anime().year(), hit.anime().picture()), null);
		}

	}

}
