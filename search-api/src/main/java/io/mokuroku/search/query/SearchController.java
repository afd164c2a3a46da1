package io.mokuroku.search.query;

import java.time.Duration;
import java.util.List;

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
			description = "By title in any script, with typing errors, or by a description. Adult anime are never shown.")
	Answer<List<Resource<FoundAnime>>> search(
			@Parameter(example = "shingeki no kyojin") @RequestParam @NotBlank @Size(
					max = SearchQuestion.LONGEST) String q,
			@RequestParam(defaultValue = "10") @Min(1) @Max(SearchQuestion.MOST_HITS) int limit,
			@RequestParam(required = false) @Nullable AnimeType type,
			@RequestParam(required = false) @Nullable AiringStatus status,
			@RequestParam(required = false) @Nullable @Min(1907) @Max(2200) Integer year) {
		long start = System.nanoTime();
		SearchResult result = this.search.answer(new SearchQuestion(q, new AnimeFilter(type, status, year), limit));
		IndexCounts counts = this.index.counts();
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		return Answer.of(result.hits().stream().map(FoundAnime::resource).toList(),
				new SearchMeta(took.toMillis(), result.degraded(), counts.shown(), counts.withVector()));
	}

	/**
	 * How an answer was made.
	 *
	 * @param tookMillis how long it took
	 * @param degraded whether meaning could not be considered
	 * @param searchable how many anime were searched
	 * @param withVector how many of them by meaning, too
	 */
	record SearchMeta(long tookMillis, boolean degraded, int searchable, int withVector) {
	}

}
