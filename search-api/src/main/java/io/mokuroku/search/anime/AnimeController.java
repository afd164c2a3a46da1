package io.mokuroku.search.anime;

import java.util.List;

import io.mokuroku.search.answer.AdultContent;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.answer.Total;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Anime")
final class AnimeController {

	private final ReadAnime anime;

	private final ComposeAnime compose;

	AnimeController(ReadAnime anime, ComposeAnime compose) {
		this.anime = anime;
		this.compose = compose;
	}

	@GetMapping(path = "/v1/anime/{id}", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "One anime",
			description = "By our id or by a provider's, such as mal:1535. Other things can be had in the same answer, "
					+ "up to " + ComposeAnime.MOST_INCLUDED
					+ " of each kind, and attributes left out. An entry that was merged into another answers "
					+ "with 301.")
	@ApiResponse(responseCode = "200", useReturnTypeSchema = false,
			content = @Content(mediaType = Answer.MEDIA_TYPE, schema = @Schema(implementation = AnimeDocument.class)))
	@ApiResponse(responseCode = "301", description = "It was merged into the anime at Location", content = @Content)
	@ApiResponse(responseCode = "304", description = "It is as If-None-Match says", content = @Content)
	ResponseEntity<byte[]> anime(@Parameter(example = "mal:1535") @PathVariable String id,
			@Parameter(
					description = "what else, separated by commas: episodes, characters, staff, relations, provenance",
					example = "episodes,relations") @RequestParam(required = false) @Nullable String include,
			@Parameter(description = "attributes of anime, separated by commas; all if absent",
					example = "titles,score") @RequestParam(name = "fields[anime]",
							required = false) @Nullable String animeFields,
			@Parameter(description = "attributes of included episodes", example = "number,title") @RequestParam(
					name = "fields[episode]", required = false) @Nullable String episodeFields,
			@Parameter(description = "attributes of included characters", example = "name,role") @RequestParam(
					name = "fields[character]", required = false) @Nullable String characterFields,
			@Parameter(description = "attributes of included staff", example = "name,roles") @RequestParam(
					name = "fields[person]", required = false) @Nullable String personFields,
			@RequestParam(defaultValue = "false") boolean includeAdult) {
		AnimeView view = AnimeView.of(include, animeFields, episodeFields, characterFields, personFields,
				AdultContent.shown(includeAdult));
		RenderedAnime answer = this.compose.view(this.anime.entry(id, view.adult()), view);
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag(answer.mark()).body(answer.body());
	}

	@GetMapping(path = "/v1/anime/{id}/episodes", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "The episodes of an anime", description = "In the order of kinds and numbers.")
	@ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "301", description = "It was merged into the anime at Location", content = @Content)
	Answer<List<Resource<EpisodeDetails>>> episodes(@Parameter(example = "mal:1535") @PathVariable String id,
			@RequestParam(defaultValue = "false") boolean includeAdult) {
		List<Resource<EpisodeDetails>> episodes = this.anime
			.episodes(this.anime.get(id, AdultContent.shown(includeAdult)))
			.stream()
			.map(EpisodeDetails::resource)
			.toList();
		return Answer.of(episodes, new Total(episodes.size()));
	}

	@GetMapping(path = "/v1/anime/{id}/characters", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "The characters of an anime", description = "Main characters first.")
	@ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "301", description = "It was merged into the anime at Location", content = @Content)
	Answer<List<Resource<CharacterDetails>>> characters(@Parameter(example = "mal:1535") @PathVariable String id,
			@RequestParam(defaultValue = "false") boolean includeAdult) {
		List<Resource<CharacterDetails>> characters = this.anime
			.characters(this.anime.get(id, AdultContent.shown(includeAdult)))
			.stream()
			.map(CharacterDetails::resource)
			.toList();
		return Answer.of(characters, new Total(characters.size()));
	}

	@GetMapping(path = "/v1/anime/{id}/staff", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "Who made an anime", description = "By department, direction first.")
	@ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
	@ApiResponse(responseCode = "301", description = "It was merged into the anime at Location", content = @Content)
	Answer<List<Resource<StaffDetails>>> staff(@Parameter(example = "mal:1535") @PathVariable String id,
			@RequestParam(defaultValue = "false") boolean includeAdult) {
		List<Resource<StaffDetails>> staff = this.anime.staff(this.anime.get(id, AdultContent.shown(includeAdult)))
			.stream()
			.map(StaffDetails::resource)
			.toList();
		return Answer.of(staff, new Total(staff.size()));
	}

}
