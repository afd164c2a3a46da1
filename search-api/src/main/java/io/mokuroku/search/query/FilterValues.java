package io.mokuroku.search.query;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AgeRating;
import io.mokuroku.catalogue.AiringStatus;
import io.mokuroku.catalogue.AnimeId;
import io.mokuroku.catalogue.AnimeType;
import io.mokuroku.catalogue.Lifecycle;
import io.mokuroku.catalogue.Provider;
import io.mokuroku.catalogue.Season;
import io.mokuroku.search.index.AnimeCondition;
import io.mokuroku.search.index.AnimeField;
import io.mokuroku.search.index.Bounds;
import io.mokuroku.web.ApiProblem;

/**
 * Reads the values of filters. Names of constants may be written in small letters and
 * with spaces or hyphens; a date means the whole of its day in UTC.
 */
final class FilterValues {

	private static final int MOST_VALUES = 50;

	private static final int LONGEST = 200;

	private static final long LAST_SECOND_OF_DAY = Duration.ofDays(1).toSeconds() - 1;

	private FilterValues() {
	}

	/** Conditions of which one must hold; for opposites, what must not. */
	static List<AnimeCondition> alternatives(AnimeField field, FilterParameter named, List<String> values) {
		if (!field.kind().number()) {
			named.requireOf(FilterOperator.WORDS);
			Set<String> words = new HashSet<>();
			values.forEach((word) -> words.add(word(field, named, word)));
			return List.of(new AnimeCondition.OneOf(field, words));
		}
		return values.stream()
			.distinct()
			.map((number) -> bounds(named, span(field, named, number), field.kind() == AnimeField.Kind.INSTANT))
			.<AnimeCondition>map((bounds) -> new AnimeCondition.Between(field, bounds))
			.toList();
	}

	/** The values of a list, which commas part, or one value; {@code \,} is a comma. */
	static List<String> list(FilterParameter named, String value) {
		List<String> values = named.operator().list()
				? Arrays.stream(value.split("(?<!\\\\),", -1)).map((each) -> each.replace("\\,", ",").strip()).toList()
				: List.of(value.strip());
		if (values.size() > MOST_VALUES || values.stream().anyMatch((each) -> each.length() > LONGEST)) {
			throw bad(named, "no more than %d values of %d characters".formatted(MOST_VALUES, LONGEST));
		}
		if (values.stream().anyMatch(String::isEmpty)) {
			throw bad(named, "a value is missing");
		}
		return values;
	}

	static AnimeId id(FilterParameter named, String value) {
		try {
			return AnimeId.of(value);
		}
		catch (IllegalArgumentException ex) {
			throw bad(named, "ids are UUIDs");
		}
	}

	private static String word(AnimeField field, FilterParameter named, String word) {
		return switch (field) {
			case ID -> id(named, word).toString();
			case TYPE -> constant(AnimeType.values(), named, word);
			case STATUS -> constant(AiringStatus.values(), named, word);
			case SEASON -> constant(Season.values(), named, word);
			case RATING -> constant(AgeRating.values(), named, word);
			case PROVIDER -> constant(Provider.values(), named, word);
			case LIFECYCLE -> constant(Lifecycle.values(), named, word);
			default -> (field.kind() == AnimeField.Kind.NAME) ? name(word) : word.toLowerCase(Locale.ROOT);
		};
	}

	private static String constant(Enum<?>[] constants, FilterParameter named, String word) {
		String name = name(word);
		if (Arrays.stream(constants).noneMatch((constant) -> constant.name().equals(name))) {
			throw bad(named, "known are " + Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", ")));
		}
		return name;
	}

	private static String name(String word) {
		return word.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
	}

	private static Span span(AnimeField field, FilterParameter named, String value) {
		try {
			if (field.kind() != AnimeField.Kind.INSTANT) {
				double number = Double.parseDouble(value);
				if (!Double.isFinite(number)) {
					throw bad(named, "not a number");
				}
				return new Span(number, number);
			}
			if (value.length() > "2026-01-01".length()) {
				double second = Instant.parse(value).getEpochSecond();
				return new Span(second, second);
			}
			double midnight = LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
			return new Span(midnight, midnight + LAST_SECOND_OF_DAY);
		}
		catch (NumberFormatException ex) {
			throw bad(named, "not a number");
		}
		catch (DateTimeException ex) {
			throw bad(named, "a date as 2026-01-31 or a time as 2026-01-31T15:00:00Z");
		}
	}

	private static Bounds bounds(FilterParameter named, Span span, boolean seconds) {
		return switch (named.operator()) {
			case EQ, NE, IN, NOT_IN -> new Bounds(span.first(), span.last());
			case GT -> new Bounds(seconds ? span.last() + 1 : Math.nextUp(span.last()), null);
			case GTE -> new Bounds(span.first(), null);
			case LT -> new Bounds(null, seconds ? span.first() - 1 : Math.nextDown(span.first()));
			case LTE -> new Bounds(null, span.last());
		};
	}

	private static ApiProblem bad(FilterParameter named, String detail) {
		return ApiProblem.badParameter(named.parameter(), detail);
	}

	/**
	 * What a value means: a number, or a whole day.
	 *
	 * @param first where it begins
	 * @param last where it ends, itself included
	 */
	private record Span(double first, double last) {
	}

}
