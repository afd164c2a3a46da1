package io.mokuroku.search.about;

import java.time.Duration;

import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "About")
final class AboutController {

	private final DescribeCatalogue catalogue;

	AboutController(DescribeCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping(path = "/v1/about", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "Whose data this is and how old",
			description = "The dataset the catalogue follows and its licences, which whoever shows its data has to name; "
					+ "the release that was applied last; the providers whose data is shown; versions.")
	ResponseEntity<Answer<Resource<About>>> about() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
			.body(Answer.of(new Resource<>("about", "catalogue", this.catalogue.describe(), null)));
	}

}
