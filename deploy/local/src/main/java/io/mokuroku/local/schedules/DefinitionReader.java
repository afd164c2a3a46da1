package io.mokuroku.local.schedules;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a request says about a schedule, with the limits of the service's interface.
 */
final class DefinitionReader {

	private static final Pattern QUEUE = Pattern
		.compile("arn:aws:sqs:" + Arns.REGION + ":" + Arns.ACCOUNT + ":[a-zA-Z0-9_-]{1,80}");

	private static final Pattern ROLE = Pattern.compile("arn:aws(-[a-z]+)?:iam::\\d{12}:role/[\\w+=,.@/-]+");

	private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

	private static final int LONGEST_INPUT_IN_BYTES = 262_144;

	private static final Duration OLDEST_START = Duration.ofMinutes(5);

	private DefinitionReader() {
	}

	/**
	 * Reads a definition.
	 * @param now when the request came
	 * @param before the definition that an update replaces, if any
	 */
	static Schedule.Definition read(Fields fields, Instant now, Schedule.@Nullable Definition before) {
		Fields window = fields.requiredObject("FlexibleTimeWindow");
		Instant start = fields.instant("StartDate").orElse(null);
		Instant end = fields.instant("EndDate").orElse(null);
		Schedule.Definition definition = new Schedule.Definition(fields.requiredText("ScheduleExpression", 256),
				fields.text("ScheduleExpressionTimezone", 50).orElse("UTC"), start, end,
				fields.choice("State", Schedule.State.class).orElse(Schedule.State.ENABLED), windowMinutes(window),
				fields.choice("ActionAfterCompletion", Schedule.Completion.class).orElse(Schedule.Completion.NONE),
				fields.text("Description", 512).orElse(null), target(fields.requiredObject("Target")));
		fields.refuseOthers();
		check(definition);
		if (!(definition.expression() instanceof Expression.At)) {
			checkDates(start, end, now, before);
		}
		return definition;
	}

	private static @Nullable Integer windowMinutes(Fields window) {
		WindowMode mode = window.choice("Mode", WindowMode.class)
			.orElseThrow(() -> Refusal.invalid("FlexibleTimeWindow.Mode is required"));
		Integer minutes = window.number("MaximumWindowInMinutes", 1, 1440);
		window.refuseOthers();
		if ((mode == WindowMode.FLEXIBLE) != (minutes != null)) {
			throw Refusal
				.invalid("FlexibleTimeWindow.MaximumWindowInMinutes must be given with FLEXIBLE and only then");
		}
		return minutes;
	}

	private static Target target(Fields target) {
		String arn = target.text("Arn", 1600, QUEUE).orElseThrow(() -> Refusal.invalid("Target.Arn is required"));
		String role = target.text("RoleArn", 1600, ROLE)
			.orElseThrow(() -> Refusal.invalid("Target.RoleArn is required"));
		String input = target.text("Input", LONGEST_INPUT_IN_BYTES).orElse(null);
		if (input != null && input.getBytes(StandardCharsets.UTF_8).length > LONGEST_INPUT_IN_BYTES) {
			throw Refusal.invalid("Target.Input must not be longer than " + LONGEST_INPUT_IN_BYTES + " bytes");
		}
		Fields retry = target.object("RetryPolicy").orElseGet(() -> Fields.of(new byte[0]));
		Integer attempts = retry.number("MaximumRetryAttempts", 0, Target.MAXIMUM_RETRY_ATTEMPTS);
		Integer age = retry.number("MaximumEventAgeInSeconds", 60, Target.MAXIMUM_EVENT_AGE_IN_SECONDS);
		retry.refuseOthers();
		Fields deadLetters = target.object("DeadLetterConfig").orElseGet(() -> Fields.of(new byte[0]));
		String deadLetterArn = deadLetters.text("Arn", 1600, QUEUE).orElse(null);
		deadLetters.refuseOthers();
		target.refuseOthers();
		return new Target(arn, role, input, (attempts != null) ? attempts : Target.MAXIMUM_RETRY_ATTEMPTS,
				(age != null) ? age : Target.MAXIMUM_EVENT_AGE_IN_SECONDS, deadLetterArn);
	}

	private static void check(Schedule.Definition definition) {
		try {
			definition.expression();
		}
		catch (IllegalArgumentException ex) {
			throw Refusal
				.invalid("Invalid ScheduleExpression " + definition.scheduleExpression() + ": " + ex.getMessage());
		}
		if (!ZONES.contains(definition.timezone())) {
			throw Refusal.invalid("Invalid ScheduleExpressionTimezone " + definition.timezone()
					+ ": it must be a name of the time zone database");
		}
	}

	private static void checkDates(@Nullable Instant start, @Nullable Instant end, Instant now,
			Schedule.@Nullable Definition before) {
		boolean kept = before != null && start != null && start.equals(before.startDate());
		if (start != null && !kept && start.isBefore(now.minus(OLDEST_START))) {
			throw Refusal.invalid("The StartDate you specify cannot be earlier than 5 minutes ago.");
		}
		if (end != null && start != null && !end.isAfter(start)) {
			throw Refusal.invalid("The EndDate you specify must come after the StartDate.");
		}
		if (end != null && before == null && !end.isAfter(now)) {
			throw Refusal.invalid("The EndDate you specify cannot be in the past.");
		}
	}

	private enum WindowMode {

		OFF, FLEXIBLE

	}

}
