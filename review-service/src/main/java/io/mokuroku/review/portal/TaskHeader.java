package io.mokuroku.review.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.review.desk.ReviewCase;
import org.jspecify.annotations.Nullable;

/**
 * The head of the page of a review: which anime it is about, and why one is asked.
 */
final class TaskHeader {

	private TaskHeader() {
	}

	/**
	 * What the head shows.
	 * @param now when somebody looks
	 */
	static Map<String, Object> of(ReviewCase review, Instant now) {
		AnimeEntry live = review.live();
		AnimeEntry proposal = review.proposal();
		Map<String, Object> header = new HashMap<>();
		header.put("isNew", live == null || live.lifecycle() == Lifecycle.DRAFT);
		header.put("reasons", reasons(review.task().reasons(), proposal));
		AnimeEntry shown = (proposal != null) ? proposal : live;
		if (shown != null) {
			describe(header, shown, now);
		}
		return header;
	}

	private static void describe(Map<String, Object> header, AnimeEntry shown, Instant now) {
		String picture = Links.webAddress(shown.artwork().picture());
		if (picture != null) {
			header.put("picture", picture);
		}
		header.put("type", Words.ofCode(shown.type().name()));
		if (shown.airing().year() != null) {
			header.put("year", shown.airing().year());
		}
		header.put("links", Links.of(shown));
		List<Map<String, Object>> names = new ArrayList<>();
		if (shown.titles().english() != null) {
			names.add(Map.of("text", Words.visible(shown.titles().english())));
		}
		if (shown.titles().japanese() != null) {
			names.add(Map.of("text", Words.visible(shown.titles().japanese()), "lang", "ja"));
		}
		header.put("names", names);
		header.put("dataAge",
				shown.provenance()
					.values()
					.stream()
					.map(Provenance::at)
					.max(Comparator.naturalOrder())
					.map((last) -> Words.since(last, now) + " old")
					.orElse("of unknown age"));
	}

	private static List<Map<String, Object>> reasons(List<String> codes, @Nullable AnimeEntry proposal) {
		List<Map<String, Object>> reasons = new ArrayList<>();
		for (String code : codes) {
			Words.Reason words = Words.ofReason(code);
			Map<String, Object> reason = new HashMap<>(Map.of("label", words.label(), "text", words.text()));
			String about = (proposal != null) ? about(code, proposal) : "";
			if (!about.isEmpty()) {
				reason.put("about", Words.visible(about));
			}
			reasons.add(reason);
		}
		return reasons;
	}

	/** The fields that a reason is about. */
	private static String about(String code, AnimeEntry proposal) {
		return proposal.details()
			.questions()
			.open()
			.keySet()
			.stream()
			.filter((question) -> question.startsWith(code + ":"))
			.map((question) -> EditableFields.labelOf(question.substring(code.length() + 1)))
			.distinct()
			.collect(Collectors.joining(", "));
	}

}
