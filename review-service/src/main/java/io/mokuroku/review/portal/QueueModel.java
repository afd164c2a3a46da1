package io.mokuroku.review.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.review.cost.QueueCounts;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.desk.ReviewDesk;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.Priority;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.TaskFilter;
import io.mokuroku.review.task.TaskState;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the queue shows.
 *
 * @param query what the address asks for
 * @param reviewer who looks
 * @param now when
 */
record QueueModel(Query query, String reviewer, Instant now) {

	Map<String, Object> of(ReviewDesk.CasePage page, QueueCounts counts) {
		Map<String, Object> model = new HashMap<>();
		TaskFilter filter = this.query.filter(this.reviewer);
		model.put("heading", "Reviews");
		model.put("state", filter.state().name());
		model.put("states", states(filter.state()));
		model.put("filters", filters(filter));
		model.put("text", Objects.requireNonNullElse(this.query.text(), ""));
		model.put("filtered", !filter.equals(TaskFilter.of(filter.state())));
		model.put("count", Words.count(page.cases().size(), "review") + " shown");
		model.put("totals", totals(counts));
		model.put("tasks", page.cases().stream().map((review) -> row(review, this.reviewer, this.now)).toList());
		if (page.next() != null) {
			model.put("next", this.query.address(page.next()));
		}
		return model;
	}

	private static List<Map<String, String>> totals(QueueCounts counts) {
		return List.of(total("open", counts.open().all()), total("claimed", counts.open().claimed()),
				total("escalated", counts.open().escalated()), total("waiting for budget", counts.waiting()));
	}

	private static Map<String, String> total(String label, int count) {
		return Map.of("label", label, "count", String.format(Locale.ENGLISH, "%,d", count));
	}

	static Map<String, Object> row(ReviewCase review, String reviewer, Instant now) {
		ReviewTask task = review.task();
		Map<String, Object> row = new HashMap<>();
		row.put("id", task.id().value());
		row.put("title", Words.visible(review.title()));
		row.put("reasons",
				task.reasons()
					.stream()
					.map((code) -> Map.of("label", Words.ofReason(code).label(), "text", Words.ofReason(code).text()))
					.toList());
		row.put("confidence", Words.percent(task.confidence()));
		row.put("queuedAt", Words.time(task.queuedAt()));
		row.put("age", Words.since(task.queuedAt(), now));
		row.put("priority", Words.ofCode(task.priority().name()));
		row.put("priorityClass", task.priority().name().toLowerCase(Locale.ROOT));
		AnimeType type = task.subject().type();
		if (type != null) {
			row.put("type", Words.ofCode(type.name()));
		}
		task.liveClaim(now)
			.ifPresent((claim) -> row.put("claimedBy",
					claim.reviewer().equals(reviewer) ? "claimed by you" : "claimed by " + claim.reviewer()));
		Decision decision = task.decision();
		if (decision != null) {
			row.put("verdict", Words.ofCode(decision.verdict().name()));
		}
		return row;
	}

	private static List<Map<String, Object>> states(TaskState current) {
		List<Map<String, Object>> states = new ArrayList<>();
		for (TaskState state : TaskState.values()) {
			states.add(Map.of("label", Words.ofCode(state.name()), "href", "/portal?state=" + state, "current",
					state == current));
		}
		return states;
	}

	private List<Map<String, Object>> filters(TaskFilter filter) {
		List<Map<String, Object>> reasons = new ArrayList<>();
		reasons.add(Options.option("", "any", filter.reason() == null));
		Words.reasonCodes()
			.forEach((code) -> reasons
				.add(Options.option(code, Words.ofReason(code).label(), code.equals(filter.reason()))));
		String claim = Objects.requireNonNullElse(this.query.claim(), "");
		return List.of(Map.of("name", "reason", "label", "Reason", "options", reasons),
				Map.of("name", "priority", "label", "Priority", "options",
						Options.of(Priority.values(), "any", this.query.priority())),
				Map.of("name", "type", "label", "Type", "options",
						Options.of(AnimeType.values(), "any", this.query.type())),
				Map.of("name", "claim", "label", "Claimed", "options",
						List.of(Options.option("", "by anybody or nobody", claim.isEmpty()),
								Options.option("mine", "by me", claim.equals("mine")),
								Options.option("none", "by nobody", claim.equals("none")))));
	}

	/**
	 * What the address of a queue asks for. What it does not know it leaves out.
	 *
	 * @param state how far tasks have come
	 * @param reason a reason
	 * @param priority how pressing
	 * @param type how the anime was released
	 * @param claim {@code mine} or {@code none}
	 * @param text a part of the title
	 * @param after where the page begins
	 */
	record Query(@Nullable String state, @Nullable String reason, @Nullable String priority, @Nullable String type,
			@Nullable String claim, @Nullable String text, @Nullable String after) {

		/** All that is open. */
		static final Query ALL = new Query(null, null, null, null, null, null, null);

		TaskFilter filter(String reviewer) {
			TaskState wanted = known(TaskState.values(), this.state);
			String claimedBy = "mine".equals(this.claim) ? reviewer
					: "none".equals(this.claim) ? TaskFilter.NOBODY : null;
			return new TaskFilter((wanted != null) ? wanted : TaskState.OPEN,
					(this.reason == null || this.reason.isBlank()) ? null : this.reason,
					known(Priority.values(), this.priority), claimedBy, known(AnimeType.values(), this.type),
					this.text);
		}

		private static <E extends Enum<E>> @Nullable E known(E[] values, @Nullable String name) {
			for (E value : values) {
				if (value.name().equals(name)) {
					return value;
				}
			}
			return null;
		}

		/** The same queue from another place on. */
		String address(String from) {
			UriComponentsBuilder address = UriComponentsBuilder.fromPath("/portal");
			Map<String, @Nullable String> all = new HashMap<>();
			all.put("state", this.state);
			all.put("reason", this.reason);
			all.put("priority", this.priority);
			all.put("type", this.type);
			all.put("claim", this.claim);
			all.put("text", this.text);
			all.put("after", from);
			all.forEach((name, value) -> {
				if (value != null && !value.isEmpty()) {
					address.queryParam(name, "{" + name + "}");
				}
			});
			return address.encode().buildAndExpand(all).toUriString();
		}

	}

}
