package io.mokuroku.search.anime;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.SourceLink;
import io.mokuroku.catalogue.store.AnimeStore;
import io.mokuroku.search.answer.AdultContent;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.projection.AnimeProjection;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Anime")
final class IdsController {

	private final ReadAnime anime;

	private final AnimeStore entries;

	private final JsonMapper json;

	IdsController(ReadAnime anime, AnimeStore entries, JsonMapper json) {
		this.anime = anime;
		this.entries = entries;
		this.json = json;
	}

	@GetMapping(path = "/v1/ids/{provider}/{externalId}", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "All ids of an anime",
			description = "From one provider's id to those of all others and to ours, each with how it is known.")
	@ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "304", description = "It is as If-None-Match says", content = @Content)
	ResponseEntity<Answer<Resource<AnimeIds>>> ids(@Parameter(example = "mal") @PathVariable String provider,
			@Parameter(example = "1535") @PathVariable String externalId,
			@RequestParam(defaultValue = "false") boolean includeAdult) {
		boolean adult = AdultContent.shown(includeAdult);
		if (AnimeReference.provider(provider).isEmpty()) {
			throw ApiProblem.badParameter("provider", "must be a provider such as mal, anidb, anilist or kitsu");
		}
		SourceLink link = AnimeReference.link(provider, externalId)
			.orElseThrow(() -> ApiProblem.badParameter("externalId", "must be an id as this provider has them"));
		AnimeEntry entry = this.entries.find(this.anime.entry(link, adult).id())
			.filter((found) -> adult || !AnimeProjection.adult(found))
			.orElseThrow(() -> ApiProblem.notFound("anime_not_found", "the catalogue has no such anime"));
		Answer<Resource<AnimeIds>> answer = Answer.of(AnimeIds.resource(entry));
		String mark = RenderedAnime.of(entry.revision().version(), this.json.writeValueAsBytes(answer)).mark();
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag(mark).body(answer);
	}

}
