package io.mokuroku.search.rebuild;

import java.net.URI;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mokuroku.job.RunQueue;
import io.mokuroku.job.RunState;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Index")
final class RebuildsController {

	private final RunQueue<RebuildRun> rebuilds;

	RebuildsController(RunQueue<RebuildRun> rebuilds) {
		this.rebuilds = rebuilds;
	}

	@PostMapping(path = "/v1/index/rebuilds", produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "startRebuild", summary = "Build the index anew",
			description = "Searches are answered by the present index until the new one is whole. While a rebuild is "
					+ "under way, that one is the answer.")
	@ApiResponse(responseCode = "202", description = "Under way; Location tells how far", useReturnTypeSchema = true)
	ResponseEntity<Answer<Resource<Rebuild>>> start() {
		RebuildRun run = this.rebuilds.request("api-" + UUID.randomUUID(),
				(id, now) -> RebuildRun.accepted(id, "api-" + id, "requested", now));
		return ResponseEntity.accepted()
			.location(URI.create("/v1/index/rebuilds/" + run.id()))
			.body(Answer.of(resource(run)));
	}

	@GetMapping(path = "/v1/index/rebuilds/{id}", produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "rebuild", summary = "How far a rebuild has come")
	Answer<Resource<Rebuild>> find(@PathVariable String id) {
		return this.rebuilds.find(id)
			.map((run) -> Answer.of(resource(run)))
			.orElseThrow(() -> ApiProblem.notFound("rebuild_not_found", "There is no rebuild " + id));
	}

	private static Resource<Rebuild> resource(RebuildRun run) {
		return new Resource<>("index-rebuild", run.id(), new Rebuild(run.state(), run.reason(), run.indexed(),
				run.startedAt().toString(), run.updatedAt().toString(), run.error()), null);
	}

	/**
	 * A rebuild in numbers.
	 *
	 * @param state where it stands
	 * @param reason why it was asked for
	 * @param indexed how many entries it has taken in
	 * @param startedAt when it was asked for
	 * @param updatedAt when it last got on
	 * @param error why it failed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Rebuild(RunState state, String reason, long indexed, String startedAt, String updatedAt,
			@Nullable String error) {
	}

}
