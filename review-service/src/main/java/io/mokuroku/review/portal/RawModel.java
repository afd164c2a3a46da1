package io.mokuroku.review.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.review.desk.AnsweringSource;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.SourceAnswers.Kept;
import io.mokuroku.review.task.TaskId;
import io.mokuroku.upstream.raw.RawResponse;
import io.mokuroku.upstream.shared.CacheKey;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page of a source's answers shows.
 *
 * @param review the review
 * @param source whose answers
 * @param answers the names of its answers
 */
record RawModel(ReviewCase review, AnsweringSource source, List<CacheKey> answers) {

	/** The pages of all sources of a proposal. */
	static List<Map<String, String>> links(TaskId task, AnimeEntry proposal) {
		return AnsweringSource.of(proposal)
			.stream()
			.map((source) -> Map.of("href", address(task, source).encode().build().toUriString(), "label",
					name(source) + " " + source.link().externalId()))
			.toList();
	}

	/** The page where nothing is kept. */
	Map<String, Object> empty() {
		Map<String, Object> model = new HashMap<>();
		model.put("heading", name(this.source) + " about " + Words.visible(this.review.title()));
		model.put("id", this.review.task().id().value());
		model.put("asked", Words.time(this.review.task().lastAsked()));
		model.put("answers", List.of());
		return model;
	}

	/**
	 * The page with an answer.
	 * @param chosen which one
	 * @param kept what became of it
	 */
	Map<String, Object> of(CacheKey chosen, Kept kept) {
		Map<String, Object> model = empty();
		model.put("answers",
				this.answers.stream()
					.map((key) -> Map.of("href",
							address(this.review.task().id(), this.source).queryParam("answer", "{answer}")
								.encode()
								.buildAndExpand(key.text())
								.toUriString(),
							"label", label(key), "current", key.equals(chosen)))
					.toList());
		model.put("label", label(chosen));
		switch (kept) {
			case Kept.Whole(RawResponse response) -> model.putAll(body(response));
			case Kept.Nothing _ -> model.put("missing", "No answer of the time before this review was asked is kept.");
			case Kept.Broken _ -> model.put("missing", "What is kept is not what came, so it is not shown.");
		}
		return model;
	}

	private static Map<String, Object> body(RawResponse response) {
		ShownBody shown = ShownBody.of(response.body());
		return Map.of("text", Words.visible(shown.text()), "json", shown.json(), "cut", shown.cut(), "size",
				String.format(Locale.ENGLISH, "%,d bytes", response.body().length), "fetched",
				Words.time(response.fetchedAt()), "mediaType", response.mediaType(), "address",
				Words.visible(response.address().toString()));
	}

	private static UriComponentsBuilder address(TaskId task, AnsweringSource source) {
		return UriComponentsBuilder.fromPath("/portal/tasks/")
			.path(task.value())
			.path("/raw")
			.pathSegment(source.api(), source.link().externalId());
	}

	private static String label(CacheKey key) {
		String what = Words.ofCode(key.resource().replace('-', '_'));
		return (key.page() > 1) ? what + ", page " + key.page() : what;
	}

	private static String name(AnsweringSource source) {
		return switch (source.api()) {
			case "jikan" -> "Jikan";
			case "mal" -> Words.ofSource(source.link().provider().name());
			default -> Words.ofSource(source.api());
		};
	}

}
