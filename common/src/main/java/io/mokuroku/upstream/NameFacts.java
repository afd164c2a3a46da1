package io.mokuroku.upstream;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How a provider names somebody.
 *
 * @param raw as the provider writes it ({@code Hayama, Riku})
 * @param display given name first ({@code Riku Hayama})
 * @param nativeName in the original script
 * @param aliases other names
 * @param spoilers names that give something away: kept, never shown or searched openly
 */
public record NameFacts(String raw, String display, @Nullable String nativeName, List<String> aliases,
		List<String> spoilers) {

	public NameFacts {
		Objects.requireNonNull(raw, "raw");
		Objects.requireNonNull(display, "display");
		aliases = List.copyOf(aliases);
		spoilers = List.copyOf(spoilers);
	}

	/** A name that needs no turning. */
	public static NameFacts of(String name) {
		return new NameFacts(name, name, null, List.of(), List.of());
	}

}
