package io.mokuroku.enrichment.fetch;

import java.time.Duration;

import io.mokuroku.upstream.UpstreamSettings;
import io.mokuroku.upstream.cache.AnswerCache;
import io.mokuroku.upstream.shared.Away;
import io.mokuroku.web.ApiProblem;

import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets operators forget what providers said, so that it is asked for anew.
 */
@RestController
@RequestMapping("/v1/upstream-cache")
class UpstreamCacheController {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final AnswerCache cache;

	UpstreamCacheController(AnswerCache cache) {
		this.cache = cache;
	}

	/** Forgets all answers of a provider about one id. */
	@DeleteMapping("/{provider}/{id}")
	Forgotten forget(@PathVariable String provider, @PathVariable String id) {
		return forgotten(provider, () -> this.cache.forget(provider, id));
	}

	/** Forgets all answers of a provider. */
	@DeleteMapping("/{provider}")
	Forgotten forgetAll(@PathVariable String provider) {
		return forgotten(provider, () -> this.cache.forgetAll(provider));
	}

	private static Forgotten forgotten(String provider, Forgetting forgetting) {
		if (!UpstreamSettings.names().contains(provider)) {
			throw ApiProblem.notFound("provider_not_found", "No provider has this name.");
		}
		try {
			return new Forgotten(forgetting.run());
		}
		catch (Away ex) {
			throw ApiProblem.unavailable(SOON, "The cache cannot be reached at the moment.", ex);
		}
	}

	/**
	 * What was forgotten.
	 *
	 * @param answers how many answers
	 */
	record Forgotten(long answers) {
	}

	@FunctionalInterface
	private interface Forgetting {

		long run() throws Away;

	}

}
