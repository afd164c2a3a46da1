package io.mokuroku.review.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.review.template.Turn;
import io.mokuroku.review.workforce.Reviewer;
import io.mokuroku.review.workforce.Role;

/**
 * What the pages of those who lead show.
 */
final class LeadModel {

	private LeadModel() {
	}

	static Map<String, Object> reviewers(List<Reviewer> reviewers) {
		return new HashMap<>(Map.of("heading", "Reviewers", "roles", Options.of(Role.values(), null, null), "reviewers",
				reviewers.stream()
					.map((reviewer) -> Map.of("id", reviewer.id(), "name", Words.visible(reviewer.name()), "role",
							Words.ofCode(reviewer.role().name())))
					.toList()));
	}

	/**
	 * The page of templates.
	 * @param history what was shown, the latest first
	 */
	static Map<String, Object> templates(List<Turn> history) {
		return new HashMap<>(Map.of("heading", "Templates", "turns",
				history.stream()
					.map((turn) -> Map.of("version", turn.version().toString(), "by", turn.by(), "at",
							Words.time(turn.at()), "shown", turn.equals(history.getFirst())))
					.toList()));
	}

}
