package io.mokuroku.review.portal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.mokuroku.catalogue.AnimeEntry;
import org.jspecify.annotations.Nullable;

/**
 * A field that reviewers can correct. A form holds it as text: lists have one element a
 * line, truth is {@code yes} or {@code no}, and nothing is empty.
 *
 * @param name its name in corrections
 * @param label what people call it
 * @param kind how it is written
 * @param options what it can be, where that is a choice; the empty one is nothing
 * @param mayBeEmpty whether it can be nothing
 * @param known its name in provenance
 * @param value what an entry has in it, as text
 */
record EditableField(String name, String label, Kind kind, List<String> options, boolean mayBeEmpty, String known,
		Function<AnimeEntry, String> value) {

	EditableField {
		options = List.copyOf(options);
	}

	/** What a text in the form stands for in JSON. Blank is null, or an empty list. */
	@Nullable Object json(String text) {
		String clean = normal(text);
		if (this.kind == Kind.LINES) {
			return clean.isEmpty() ? List.of() : List.of(clean.split("\n"));
		}
		if (clean.isEmpty()) {
			return null;
		}
		return switch (this.kind) {
			case NUMBER -> clean.matches("[0-9]{1,9}") ? (Object) Integer.valueOf(clean) : clean;
			case FLAG -> truth(clean);
			case SLOT -> slot(clean);
			case LINE, TEXT, CHOICE, LINES -> clean;
		};
	}

	/** The same text however a browser breaks lines and whatever surrounds it. */
	String normal(@Nullable String text) {
		String clean = Objects.requireNonNullElse(text, "").replace("\r\n", "\n").strip();
		return (this.kind != Kind.LINES) ? clean
				: Arrays.stream(clean.split("\n"))
					.map(String::strip)
					.filter((line) -> !line.isEmpty())
					.collect(Collectors.joining("\n"));
	}

	private static Object truth(String text) {
		return switch (text) {
			case "yes" -> true;
			case "no" -> false;
			default -> text;
		};
	}

	private static Map<String, String> slot(String text) {
		String[] halves = text.toUpperCase(Locale.ROOT).split("\\s+", 2);
		Map<String, String> slot = new LinkedHashMap<>();
		slot.put("day", halves[0]);
		slot.put("time", (halves.length > 1) ? halves[1] : "");
		return slot;
	}

	/** How a field is written. */
	enum Kind {

		LINE, TEXT, LINES, NUMBER, CHOICE, FLAG, SLOT;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
