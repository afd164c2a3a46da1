package io.mokuroku.local.schedules;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the members of a JSON object strictly: every refusal names the member, and a
 * member nobody asked for is refused. A {@code null} member counts as absent.
 */
final class Fields {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Pattern TOKEN = Pattern.compile("[a-zA-Z0-9_-]+");

	private final String path;

	private final JsonNode node;

	private final Set<String> known = new HashSet<>();

	private Fields(String path, JsonNode node) {
		if (!node.isObject()) {
			throw Refusal.invalid(path.isEmpty() ? "The body must be a JSON object" : path + " must be a JSON object");
		}
		this.path = path;
		this.node = node;
	}

	static Fields of(byte[] body) {
		try {
			return new Fields("", (body.length == 0) ? JSON.createObjectNode() : JSON.readTree(body));
		}
		catch (JacksonException ex) {
			throw Refusal.invalid("The body is not JSON");
		}
	}

	Optional<Fields> object(String name) {
		return member(name).map((value) -> new Fields(pathOf(name), value));
	}

	Fields requiredObject(String name) {
		return object(name).orElseThrow(() -> missing(name));
	}

	String requiredText(String name, int longest) {
		return text(name, longest).orElseThrow(() -> missing(name));
	}

	Optional<String> text(String name, int longest) {
		return member(name).map((value) -> {
			if (!value.isString()) {
				throw Refusal.invalid(pathOf(name) + " must be a string");
			}
			String text = value.stringValue();
			if (text.isEmpty() || text.length() > longest) {
				throw Refusal.invalid(pathOf(name) + " must be 1 to " + longest + " characters long");
			}
			return text;
		});
	}

	Optional<String> text(String name, int longest, Pattern pattern) {
		return text(name, longest).map((text) -> {
			if (!pattern.matcher(text).matches()) {
				throw Refusal.invalid(pathOf(name) + " must match " + pattern + ", not '" + text + "'");
			}
			return text;
		});
	}

	/** What makes a request that is sent twice the same request. */
	Optional<String> clientToken() {
		return text("ClientToken", 64, TOKEN);
	}

	<E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
		return text(name, 64).map((text) -> choice(pathOf(name), text, choices));
	}

	static <E extends Enum<E>> E choice(String name, String text, Class<E> choices) {
		return Arrays.stream(choices.getEnumConstants())
			.filter((choice) -> choice.name().equals(text))
			.findFirst()
			.orElseThrow(() -> Refusal.invalid(String.format(Locale.ROOT, "%s must be one of %s, not '%s'", name,
					Arrays.toString(choices.getEnumConstants()), text)));
	}

	@Nullable Integer number(String name, int least, int most) {
		JsonNode value = member(name).orElse(null);
		if (value == null) {
			return null;
		}
		if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
			throw Refusal.invalid(pathOf(name) + " must be a whole number between " + least + " and " + most);
		}
		return value.intValue();
	}

	/**
	 * A time as seconds since 1970, which may have a fraction.
	 */
	Optional<Instant> instant(String name) {
		return member(name).map((value) -> {
			if (!value.isNumber() || Math.abs(value.doubleValue()) > 253_402_300_799d) {
				throw Refusal.invalid(pathOf(name) + " must be a time in seconds since 1970");
			}
			return Instant.ofEpochMilli(Math.round(value.doubleValue() * 1000));
		});
	}

	void refuseOthers() {
		for (String name : this.node.propertyNames()) {
			if (!this.known.contains(name)) {
				throw Refusal.invalid(pathOf(name) + " is not supported by the local scheduler");
			}
		}
	}

	private Optional<JsonNode> member(String name) {
		this.known.add(name);
		return Optional.ofNullable(this.node.get(name)).filter((value) -> !value.isNull());
	}

	private Refusal missing(String name) {
		return Refusal.invalid(pathOf(name) + " is required");
	}

	private String pathOf(String name) {
		return this.path.isEmpty() ? name : this.path + "." + name;
	}

}
