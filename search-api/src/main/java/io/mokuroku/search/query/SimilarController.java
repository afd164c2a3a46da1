package io.mokuroku.search.query;

import java.util.List;

import io.mokuroku.search.anime.FindAnimeId;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.answer.Total;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Search")
final class SimilarController {

	private final FindSimilar similar;

	private final FindAnimeId ids;

	SimilarController(FindSimilar similar, FindAnimeId ids) {
		this.similar = similar;
		this.ids = ids;
	}

	@GetMapping(path = "/v1/anime/{id}/similar", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "Anime that are about the same",
			description = "With excludeFranchise, sequels and whatever else belongs to its franchise are left out.")
	@ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "301", description = "It was merged into the anime at Location", content = @Content)
	Answer<List<Resource<FoundAnime>>> similar(@Parameter(example = "mal:1535") @PathVariable String id,
			@RequestParam(defaultValue = "10") @Min(1) @Max(SearchQuestion.MOST_HITS) int limit,
			@RequestParam(defaultValue = "false") boolean excludeFranchise) {
		List<SearchHit> hits = this.similar.to(this.ids.get(id), excludeFranchise, limit)
			.orElseThrow(() -> ApiProblem.notFound("anime_not_found", "the index has no such anime yet"));
		return Answer.of(hits.stream().map(FoundAnime::resource).toList(), new Total(hits.size()));
	}

}
