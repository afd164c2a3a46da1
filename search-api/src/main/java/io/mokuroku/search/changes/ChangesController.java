package io.mokuroku.search.changes;

import java.util.List;
import java.util.Map;

import io.mokuroku.search.answer.AdultContent;
import io.mokuroku.search.answer.Answer;
import io.mokuroku.search.answer.Resource;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Changes")
final class ChangesController {

	private final ReadChanges changes;

	ChangesController(ReadChanges changes) {
		this.changes = changes;
	}

	@GetMapping(path = "/v1/changes", produces = Answer.MEDIA_TYPE)
	@Operation(summary = "What became of entries",
			description = "In the order of their last commits, the newest last, each entry once. Go on with links.next, "
					+ "also when there is no more for now. A change is told about ten seconds after its commit.")
	ResponseEntity<Answer<List<Resource<EntryChange>>>> changes(
			@Parameter(description = "meta.cursor of the last answer, or an instant; from the beginning if absent",
					example = "2026-11-27T00:00:00Z") @RequestParam(required = false) @Nullable String since,
			@RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
			@RequestParam(defaultValue = "false") boolean includeAdult) {
		boolean adult = AdultContent.shown(includeAdult);
		ReadChanges.Page page = this.changes.after(
				Cursor.read(since)
					.orElseThrow(() -> ApiProblem.badParameter("since",
							"must be the cursor of an answer or an instant such as 2026-11-27T00:00:00Z")),
				limit, adult);
		String cursor = Cursor.write(page.last());
		String next = "/v1/changes?since=" + cursor + "&limit=" + limit + (adult ? "&includeAdult=true" : "");
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(Answer.of(page.changes().stream().map(EntryChange::resource).toList(), Map.of("next", next),
					new Meta(cursor, page.more())));
	}

	/**
	 * Where to go on.
	 *
	 * @param cursor the place of the last change that was looked at
	 * @param more whether more follows already
	 */
	record Meta(String cursor, boolean more) {
	}

}
