package io.mokuroku.search.status;

import java.util.OptionalDouble;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.search.embed.EmbeddingProgress;
import io.mokuroku.search.index.AnimeIndex;
import io.mokuroku.search.index.IndexCounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Index")
final class IndexController {

	private final AnimeIndex index;

	private final EmbeddingProgress progress;

	IndexController(AnimeIndex index, EmbeddingProgress progress) {
		this.index = index;
		this.progress = progress;
	}

	@GetMapping(path = "/v1/index", produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "indexStatus", summary = "How far the index has come")
	Answer<Resource<IndexStatus>> status() {
		IndexCounts counts = this.index.counts();
		return Answer.of(new Resource<>("index", "anime", IndexStatus.of(counts, this.progress.rate()), null));
	}

	/**
	 * How far the index has come.
	 *
	 * @param documents anime known to it, shown or not
	 * @param searchable anime that answers may show
	 * @param withVector of these, those found by meaning, too
	 * @param pending of these, those that wait for their vector
	 * @param vectorsPerSecond while vectors are computed
	 * @param secondsLeft until all have theirs, at this rate
	 * @param newestTrace the trace of the newest change
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record IndexStatus(int documents, int searchable, int withVector, int pending, @Nullable Double vectorsPerSecond,
			@Nullable Long secondsLeft, @Nullable String newestTrace) {

		static IndexStatus of(IndexCounts counts, OptionalDouble rate) {
			boolean working = rate.isPresent() && counts.pending() > 0;
			return new IndexStatus(counts.documents(), counts.shown(), counts.withVector(), counts.pending(),
					working ? Math.round(rate.getAsDouble() * 10) / 10.0 : null,
					working ? Math.round(counts.pending() / rate.getAsDouble()) : null, counts.newestTrace());
		}

	}

}
