package io.mokuroku.search.list;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.mokuroku.search.answer.Answer;
import io.mokuroku.web.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Lists")
final class ListsController {

	private static final int LARGEST_PAGE = 100;

	private final ReadLists lists;

	private final ListPages pages;

	ListsController(ReadLists lists, ListPages pages) {
		this.lists = lists;
		this.pages = pages;
	}

	@GetMapping(path = "/v1/lists/{list}", produces = Answer.MEDIA_TYPE)
	@Operation(operationId = "readList", summary = "A curated list",
			description = "popular, top-rated, trending, this-season, next-season or recently-added; computed every "
					+ "hour. All pages that links.next leads to belong to the same computation: the next page of one "
					+ "that is not kept any more is gone (410), and reading begins anew. The ETag tells whether the "
					+ "list was computed anew; meta tells how old it is and whether something was away.")
	@ApiResponse(responseCode = "200", description = "A page of the list",
			content = @Content(mediaType = Answer.MEDIA_TYPE, schema = @Schema(implementation = ListPage.class)))
	@ApiResponse(responseCode = "304", description = "The list is the one of If-None-Match", content = @Content)
	@ApiResponse(responseCode = "410", description = "The list has changed since the page before was read",
			content = @Content)
	ResponseEntity<byte[]> list(@Parameter(example = "popular") @PathVariable String list,
			@RequestParam(name = "page[size]", defaultValue = "25") @Min(1) @Max(LARGEST_PAGE) int size,
			@RequestParam(name = "page[cursor]",
					required = false) @Size(max = ListCursor.LONGEST) @Nullable String cursor) {
		ListName name = ListName.find(list)
			.orElseThrow(() -> ApiProblem.notFound("list_not_found", "There is no such list; known are " + known()));
		ListCursor from = (cursor != null) ? cursor(cursor) : null;
		ShownLists.Shown shown = (from != null) ? this.lists.of(from, name) : this.lists.now(name);
		int offset = (from != null) ? from.offset() : 0;
		if (offset > 0 && offset >= shown.generation().list(name).size()) {
			throw ApiProblem.badParameter("page[cursor]", "leads beyond the end of the list");
		}
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noCache());
		if (shown.source() != ShownLists.Source.INDEX) {
			answer.eTag("W/\"" + shown.generation().id() + "\"");
		}
		return answer.body(this.pages.page(shown, name, offset, size));
	}

	private static ListCursor cursor(String text) {
		return ListCursor.parse(text)
			.orElseThrow(() -> ApiProblem.badParameter("page[cursor]", "must be taken from links.next"));
	}

	private static String known() {
		return Arrays.stream(ListName.values()).map(ListName::path).collect(Collectors.joining(", "));
	}

}
