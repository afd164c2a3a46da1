package io.mokuroku.local.schedules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the three forms of an expression apart and reads them.
 */
final class ExpressionParser {

	private static final Pattern FORM = Pattern.compile("(at|rate|cron)\\((.*)\\)");

	private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");

	private static final Pattern RATE = Pattern.compile("([1-9]\\d{0,8})\\s+(minute|hour|day)s?");

	private ExpressionParser() {
	}

	static Expression parse(String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw new IllegalArgumentException("it must be at(...), rate(...) or cron(...)");
		}
		String content = form.group(2);
		return switch (form.group(1)) {
			case "at" -> at(content);
			case "rate" -> rate(content.strip());
			default -> CronParser.parse(content);
		};
	}

	private static Expression at(String content) {
		if (!TIME.matcher(content).matches()) {
			throw new IllegalArgumentException("at takes a time as yyyy-mm-ddThh:mm:ss");
		}
		try {
			return new Expression.At(LocalDateTime.parse(content));
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("at takes a time that exists in the calendar", ex);
		}
	}

	private static Expression rate(String content) {
		Matcher rate = RATE.matcher(content);
		if (!rate.matches()) {
			throw new IllegalArgumentException("rate takes a positive whole number and minutes, hours or days");
		}
		long value = Long.parseLong(rate.group(1));
		return new Expression.Rate(switch (rate.group(2)) {
			case "minute" -> Duration.ofMinutes(value);
			case "hour" -> Duration.ofHours(value);
			default -> Duration.ofDays(value);
		});
	}

}
