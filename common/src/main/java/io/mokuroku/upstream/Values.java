package io.mokuroku.upstream;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells a value from what providers write where they have none.
 */
public final class Values {

	private static final Set<String> NOTHING = Set.of("", "?", "n/a", "unknown", "none found", "not available");

	private Values() {
	}

	/** The text without surrounding space; null if it says nothing. */
	public static @Nullable String text(@Nullable String text) {
		if (text == null || NOTHING.contains(text.strip().toLowerCase(Locale.ROOT))) {
			return null;
		}
		return text.strip();
	}

	/** The number; null if it cannot be a count. */
	public static @Nullable Integer positive(@Nullable Integer number) {
		return (number != null && number > 0) ? number : null;
	}

	/** The text in lower case, empty where there is none. */
	public static String folded(@Nullable String text) {
		return (text != null) ? text.strip().toLowerCase(Locale.ROOT) : "";
	}

	/** The address; null if it is none of the web. */
	public static @Nullable URI webAddress(@Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			URI uri = new URI(text.strip());
			boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
			return (web && uri.getHost() != null) ? uri : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
