package io.mokuroku.upstream;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

	/** The number; null if it cannot be a count. */
	public static @Nullable Long positive(@Nullable Long number) {
		return (number != null && number > 0) ? number : null;
	}

	/** Minutes as seconds; null if there is no length. */
	public static @Nullable Integer secondsOf(@Nullable Integer minutes) {
		return (minutes != null && minutes > 0) ? Integer.valueOf(minutes * 60) : null;
	}

	/** What a list holds; a missing list holds nothing, and missing items are skipped. */
	public static <T> List<T> each(@Nullable Collection<? extends @Nullable T> list) {
		List<T> items = new ArrayList<>();
		if (list != null) {
			for (T item : list) {
				if (item != null) {
					items.add(item);
				}
			}
		}
		return items;
	}

	/** The texts of a list that say something. */
	public static List<String> texts(@Nullable Collection<? extends @Nullable String> list) {
		return Values.<String>each(list).stream().map(Values::text).filter(Objects::nonNull).toList();
	}

	/** The text in lower case, empty where there is none. */
	public static String folded(@Nullable String text) {
		return (text != null) ? text.strip().toLowerCase(Locale.ROOT) : "";
	}

	/** The address, with or without its scheme; null if it is none of the web. */
	public static @Nullable URI looseAddress(@Nullable String text) {
		String address = text(text);
		return (address == null || address.contains("://")) ? webAddress(address) : webAddress("https://" + address);
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
