package io.mokuroku.search.query;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.index.AnimeFilter;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexCounts;
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
final class SearchController {

	private final SearchAnime search;

	private final AnimeIndex index;

	SearchController(SearchAnime search, AnimeIndex index) {
		this.search = search;
		this.index = index;
	}

	@GetMapping(path = "/v1/search", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "Find anime",
			description = "By title in any script, with typing errors, or by a description. Questions in English may "
					+ "say what the anime is like, what it is not, and filters, as in \"romance movies by Kyoto "
					+ "Animation after 2010\" or \"like Naruto but darker, no harem\"; what was understood is told in "
					+ "meta.understood. Adult anime are never shown.")
	Answer<List<Resource<FoundAnime>>> search(
			@Parameter(example = "shingeki no kyojin") @RequestParam @NotBlank @Size(
					max = SearchQuestion.LONGEST) String q,
			@RequestParam(defaultValue = "10") @Min(1) @Max(SearchQuestion.MOST_HITS) int limit,
			@RequestParam(required = false) @Nullable AnimeType type,
			@RequestParam(required = false) @Nullable AiringStatus status,
			@RequestParam(required = false) @Nullable @Min(1907) @Max(2200) Integer year) {
		long start = System.nanoTime();
		SearchResult result = this.search.answer(new SearchQuestion(q, AnimeFilter.of(type, status, year), limit));
		IndexCounts counts = this.index.counts();
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		return Answer.of(result.hits().stream().map(FoundAnime::resource).toList(),
				new SearchMeta(took.toMillis(), result.degraded(), counts.shown(), counts.withVector(),
						Understood.of(result.understood()), result.didYouMean()));
	}

	/**
	 * How an answer was made.
	 *
	 * @param tookMillis how long it took
	 * @param degraded whether meaning could not be considered
	 * @param searchable how many anime were searched
	 * @param withVector how many of them by meaning, too
	 * @param understood what the question was taken for, where it was taken apart
	 * @param didYouMean the title that may have been meant by a misspelled one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record SearchMeta(long tookMillis, boolean degraded, int searchable, int withVector,
			@Nullable Understood understood, @Nullable String didYouMean) {
	}

	/**
	 * A question taken apart.
	 *
	 * @param text what was looked for by words and meaning
	 * @param parts what was taken for something else
	 */
	record Understood(String text, List<Part> parts) {

		static @Nullable Understood of(ParsedQuestion question) {
			return question.isPlain() ? null
					: new Understood(question.text(), question.parts().stream().map(Part::of).toList());
		}

	}

	/**
	 * A part of a question.
	 *
	 * @param kind what it is about: type, status, season, year, episodes, score, studio,
	 * subject, without, unlike or like
	 * @param words the words of the question
	 * @param value what was understood; ranges as in {@code 2001..2010}, {@code 8..}
	 */
	record Part(String kind, String words, String value) {

		static Part of(ParsedQuestion.Part part) {
			return new Part(part.kind().name().toLowerCase(Locale.ROOT), part.words(), part.value());
		}

	}

}
