package io.mokuroku.search.anime;

import java.util.List;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Anime")
final class AnimeController {

	private final ReadAnime anime;

	AnimeController(ReadAnime anime) {
		this.anime = anime;
	}

	@GetMapping(path = "/v1/anime/{id}", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "One anime", description = "By our id or by a provider's, such as mal:1535.")
	ResponseEntity<Answer<Resource<AnimeDetails>>> anime(@Parameter(example = "mal:1535") @PathVariable String id) {
		AnimeEntry entry = this.anime.get(id);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.eTag(entry.id() + "-" + entry.revision().version())
			.body(Answer.of(AnimeDetails.resource(entry)));
	}

	@GetMapping(path = "/v1/anime/{id}/episodes", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "The episodes of an anime", description = "In the order of kinds and numbers.")
	Answer<List<Resource<EpisodeDetails>>> episodes(@Parameter(example = "mal:1535") @PathVariable String id) {
		List<Resource<EpisodeDetails>> episodes = this.anime.episodes(this.anime.get(id).id())
			.stream()
			.map(EpisodeDetails::resource)
			.toList();
		return Answer.of(episodes, new Total(episodes.size()));
	}

	@GetMapping(path = "/v1/anime/{id}/characters", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "The characters of an anime", description = "Main characters first.")
	Answer<List<Resource<CharacterDetails>>> characters(@Parameter(example = "mal:1535") @PathVariable String id) {
		List<Resource<CharacterDetails>> characters = this.anime.characters(this.anime.get(id).id())
			.stream()
			.map(CharacterDetails::resource)
			.toList();
		return Answer.of(characters, new Total(characters.size()));
	}

	@GetMapping(path = "/v1/anime/{id}/staff", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "Who made an anime", description = "By department, direction first.")
	Answer<List<Resource<StaffDetails>>> staff(@Parameter(example = "mal:1535") @PathVariable String id) {
		List<Resource<StaffDetails>> staff = this.anime.staff(this.anime.get(id).id())
			.stream()
			.map(StaffDetails::resource)
			.toList();
		return Answer.of(staff, new Total(staff.size()));
	}

	/**
	 * How many there are.
	 *
	 * @param total all of them
	 */
	record Total(int total) {
	}

}
