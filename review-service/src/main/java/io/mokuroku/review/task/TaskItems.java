package io.mokuroku.review.task;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tasks as items: the task as JSON, beside it the attributes that keys and conditions
 * need.
 */
final class TaskItems {

	static final String TASK_ID = "task_id";

	static final String STATE = "task_state";

	static final String REVISION = "revision";

	static final String ANIME_ID = "anime_id";

	static final String LINE = "line";

	/** Where a task stands in the queue of its state: by priority, then by age. */
	private static final String PLACE = "place";

	/** When the claim is over, in milliseconds since 1970; absent where there is none. */
	private static final String CLAIMED_UNTIL = "claimed_until";

	/** Absent where there were none. */
	private static final String ESCALATIONS = "escalations";

	/** Sorts as text in the order of time. */
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private static final Pattern POSITION = Pattern
		.compile("([0-9]#[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z)([0-9a-f]{32})");

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((value) -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private TaskItems() {
	}

	static Map<String, AttributeValue> key(String taskId) {
		return Map.of(TASK_ID, AttributeValue.fromS(taskId));
	}

	static TaskId idOf(Map<String, AttributeValue> item) {
		return new TaskId(text(item, TASK_ID));
	}

	static ReviewTask read(Map<String, AttributeValue> item) {
		return MAPPER.readValue(text(item, "body"), ReviewTask.class);
	}

	static Map<String, AttributeValue> write(ReviewTask task) {
		Map<String, AttributeValue> item = new HashMap<>(Map.of(TASK_ID, AttributeValue.fromS(task.id().value()), STATE,
				AttributeValue.fromS(task.state().name()), PLACE, AttributeValue.fromS(place(task)), REVISION,
				AttributeValue.fromN(Long.toString(task.revision())), "body",
				AttributeValue.fromS(MAPPER.writeValueAsString(task))));
		Claim claim = task.claim();
		if (claim != null) {
			item.put(CLAIMED_UNTIL, AttributeValue.fromN(Long.toString(claim.until().toEpochMilli())));
		}
		if (task.escalations() > 0) {
			item.put(ESCALATIONS, AttributeValue.fromN(Integer.toString(task.escalations())));
		}
		return item;
	}

	/** Whether somebody works on the task of an item of the index. */
	static boolean isClaimed(Map<String, AttributeValue> item, Instant now) {
		AttributeValue until = item.get(CLAIMED_UNTIL);
		return until != null && Long.parseLong(until.n()) > now.toEpochMilli();
	}

	/** Whether the task of an item of the index was escalated. */
	static boolean isEscalated(Map<String, AttributeValue> item) {
		return item.containsKey(ESCALATIONS);
	}

	private static String place(ReviewTask task) {
		int before = switch (task.priority()) {
			case URGENT -> 0;
			case HIGH -> 1;
			case NORMAL -> 2;
			case LOW -> 3;
		};
		return before + "#" + TIME.format(task.queuedAt());
	}

	/**
	 * A line of the audit trail, which lies under its entry by task and number. The
	 * number is the revision of the task it led to, so that there is one line for each.
	 */
	static Map<String, AttributeValue> line(ReviewTask task) {
		return Map.of(ANIME_ID, AttributeValue.fromS(task.animeId().toString()), LINE,
				AttributeValue.fromS("%s#%06d".formatted(task.id(), task.revision())), "body",
				AttributeValue.fromS(MAPPER.writeValueAsString(task.last())));
	}

	static AuditLine readLine(Map<String, AttributeValue> item) {
		return MAPPER.readValue(text(item, "body"), AuditLine.class);
	}

	/** A position in the order of an index, as text that clients hand back. */
	static String position(Map<String, AttributeValue> lastKey) {
		String plain = text(lastKey, PLACE) + text(lastKey, TASK_ID);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	static Map<String, AttributeValue> position(TaskState state, String position) {
		String plain = new String(Base64.getUrlDecoder().decode(position), StandardCharsets.UTF_8);
		Matcher matcher = POSITION.matcher(plain);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("Not a position");
		}
		return Map.of(STATE, AttributeValue.fromS(state.name()), PLACE, AttributeValue.fromS(matcher.group(1)), TASK_ID,
				AttributeValue.fromS(matcher.group(2)));
	}

	private static String text(Map<String, AttributeValue> item, String name) {
		return Objects.requireNonNull(item.get(name), name).s();
	}

}
