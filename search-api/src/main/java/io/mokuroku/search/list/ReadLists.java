package io.mokuroku.search.list;

import java.time.Duration;
import java.util.Optional;

import io.mokuroku.web.ApiProblem;
import io.mokuroku.web.ErrorCode;

/**
 * Finds the lists that a request means.
 */
final class ReadLists {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final ShownLists shown;

	private final IndexedLists indexed;

	ReadLists(ShownLists shown, IndexedLists indexed) {
		this.shown = shown;
		this.indexed = indexed;
	}

	/**
	 * The lists as they are shown now; of the index if nobody has any.
	 * @throws ApiProblem 503 if there are none and the index cannot tell either
	 */
	ShownLists.Shown now(ListName list) {
		Optional<ShownLists.Shown> found = this.shown.find();
		if (found.isPresent()) {
			return found.get();
		}
		Generation made = this.indexed.get();
		if (made.list(list).isEmpty()) {
			throw ApiProblem.unavailable(SOON, "The list has not been computed yet");
		}
		return new ShownLists.Shown(made, ShownLists.Source.INDEX);
	}

	/**
	 * The lists that a page belongs to.
	 * @throws ApiProblem 410 if they are not kept any more
	 */
	ShownLists.Shown of(ListCursor cursor, ListName list) {
		ShownLists.Shown now = now(list);
		if (now.generation().id().equals(cursor.generation())) {
			return now;
		}
		return this.shown.find(cursor.generation())
			.map((generation) -> new ShownLists.Shown(generation, now.source()))
			.orElseThrow(() -> ApiProblem.of(ErrorCode.GONE,
					"The list has changed since the page before was read; begin with the first page"));
	}

}
