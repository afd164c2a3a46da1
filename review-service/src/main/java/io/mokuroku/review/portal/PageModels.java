package io.mokuroku.review.portal;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import io.mokuroku.catalogue.AnimeEntry;
import io.mokuroku.catalogue.Provenance;
import io.mokuroku.review.comparison.FieldDifference;
import io.mokuroku.review.decision.Fault;
import io.mokuroku.review.desk.ReviewCase;
import io.mokuroku.review.task.AuditLine;
import io.mokuroku.review.task.Decision;
import io.mokuroku.review.task.ReviewTask;
import io.mokuroku.review.task.TaskState;
import org.jspecify.annotations.Nullable;

/**
 * Turns cases into what templates print: texts, numbers, lists and maps.
 */
final class PageModels {

	private static final DateTimeFormatter MINUTES = DateTimeFormatter
		.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final Pattern TURNS_DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

	private PageModels() {
	}

	static Map<String, Object> queue(List<ReviewCase> cases, TaskState state, @Nullable String next) {
		Map<String, Object> model = new HashMap<>();
		model.put("heading", "Reviews");
		model.put("state", state.name());
		model.put("states", List.of(TaskState.values()).stream().map(Enum::name).toList());
		model.put("tasks", cases.stream().map(PageModels::row).toList());
		putIfKnown(model, "next", next);
		return model;
	}

	private static Map<String, Object> row(ReviewCase review) {
		ReviewTask task = review.task();
		Map<String, Object> row = new HashMap<>();
		row.put("id", task.id().value());
		row.put("title", visible(review.title()));
		row.put("reasons", task.reasons());
		row.put("confidence", percent(task.confidence()));
		row.put("queuedAt", time(task.queuedAt()));
		Decision decision = task.decision();
		putIfKnown(row, "verdict", (decision != null) ? decision.verdict().name() : null);
		return row;
	}

	static Map<String, Object> task(ReviewCase review, DecisionForm form, List<Fault> faults,
			@Nullable String message) {
		ReviewTask task = review.task();
		Map<String, Object> model = row(review);
		model.put("heading", visible(review.title()));
		model.put("animeId", task.animeId().toString());
		model.put("state", task.state().name());
		model.put("open", task.state() == TaskState.OPEN);
		model.put("version", task.version());
		model.put("audit", review.audit().stream().map(PageModels::line).toList());
		model.put("changes", differences(review, true));
		model.put("same", differences(review, false));
		model.put("hasProposal", review.proposal() != null);
		model.put("isNew", review.live() == null);
		model.put("form", form.model());
		model.put("faults",
				faults.stream().map((fault) -> Map.of("field", fault.field(), "rule", fault.rule())).toList());
		putIfKnown(model, "message", message);
		AnimeEntry shown = (review.proposal() != null) ? review.proposal() : review.live();
		if (shown != null) {
			putIfKnown(model, "picture", webAddress(shown.artwork().picture()));
			model.put("type", shown.type().name());
			putIfKnown(model, "year", shown.airing().year());
			model.put("links", shown.sources().stream().map((link) -> link.canonical().toString()).toList());
		}
		return model;
	}

	private static List<Map<String, Object>> differences(ReviewCase review, boolean changed) {
		return review.differences()
			.stream()
			.filter((difference) -> difference.isChange() == changed)
			.map(PageModels::difference)
			.toList();
	}

	private static Map<String, Object> difference(FieldDifference difference) {
		Map<String, Object> row = new HashMap<>();
		row.put("field", difference.field());
		putIfKnown(row, "live", difference.live());
		putIfKnown(row, "proposed", difference.proposed());
		Provenance provenance = difference.provenance();
		if (provenance != null) {
			row.put("provenance", "%s, %s, %s, %s".formatted(provenance.source(), provenance.rule(),
					percent(provenance.confidence()), time(provenance.at())));
		}
		return row;
	}

	private static Map<String, Object> line(AuditLine line) {
		return Map.of("at", time(line.at()), "who", line.who(), "what", visible(line.what()));
	}

	/** Only what a browser loads from the web; anything else could be a script. */
	static @Nullable String webAddress(@Nullable URI address) {
		boolean web = address != null && address.getHost() != null
				&& ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
		return web ? Objects.requireNonNull(address).toString() : null;
	}

	/**
	 * Names the characters that turn the direction of what follows, which could make a
	 * text look like another. The form keeps them, because it is sent back.
	 */
	private static String visible(String text) {
		return TURNS_DIRECTION.matcher(text).replaceAll((turn) -> "[U+%04X]".formatted((int) turn.group().charAt(0)));
	}

	private static String percent(double share) {
		return Math.round(share * 100) + " %";
	}

	private static String time(Instant at) {
		return MINUTES.format(at);
	}

	private static void putIfKnown(Map<String, Object> model, String name, @Nullable Object value) {
		if (value != null) {
			model.put(name, (value instanceof String text) ? visible(text) : value);
		}
	}

}
