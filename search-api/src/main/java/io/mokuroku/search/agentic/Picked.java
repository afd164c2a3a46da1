package io.mokuroku.search.agentic;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.query.FoundAnime;
import io.mokuroku.search.query.SearchHit;
import org.jspecify.annotations.Nullable;

/**
 * An anime of an answer.
 *
 * @param hit how it was found
 * @param why what the model says about it, if a model was asked: plain text
 */
record Picked(SearchHit hit, @Nullable String why) {

	Resource<FoundAnime> resource() {
		List<String> reasons = this.hit.reasons()
			.stream()
			.map((reason) -> reason.name().toLowerCase(Locale.ROOT))
			.toList();
		return new Resource<>("anime", this.hit.anime().id().toString(), FoundAnime.of(this.hit.anime()),
				new Meta(reasons, this.hit.matchedTitle(), this.why));
	}

	/**
	 * How it came into the answer.
	 *
	 * @param reasons what it was found for
	 * @param matchedTitle the title that was meant
	 * @param why what the model says about it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Meta(List<String> reasons, @Nullable String matchedTitle, @Nullable String why) {
	}

}
